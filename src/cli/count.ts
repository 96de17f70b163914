import type { Claim } from '../claims/claim.ts';
import { nameFor, ownName } from '../people/display.ts';
import type { PersonId } from '../people/person.ts';
import { bridge } from '../register/bridge.ts';
import type { Citation } from '../register/citation.ts';
import { citationOf } from '../register/citation.ts';
import { count } from '../register/count.ts';
import type { Entry } from '../register/entry.ts';
import { figuresAround } from '../register/figures.ts';
import { canonicalOrganisation } from '../register/organisations.ts';
import type { Bounds, Bridge, Count, Counted, Question, SourceFigure } from '../register/question.ts';
import { sourcesTelling } from '../register/sources.ts';
import type { RegisterState } from '../register/state.ts';
import { leafHash, rootOf } from '../register/tree.ts';
import { conditionIn, conditionText } from '../register/worded.ts';
import type { OpenRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import { LATEST, spanOf } from '../time/edtf.ts';
import type { Command } from './command.ts';
import { REGISTER } from './command.ts';
import { dayGiven, withRegister } from './register.ts';
import { dateInWords, numberInWords, termInWords } from './wording.ts';

export const countCommand: Command = {
  name: 'count',
  help: `Usage: unforgotten count --on DAY [--known DAY] [--of women|men] [--by ORG] [--where FACET=VALUE]… [--register DIR] [--json]

Answers who and how many were held on a day: for certain, where every reading of the accepted claims says so, and
possibly, where some reading does. Beside it stand what the sources themselves counted on the nearest days, and the
bridge between their figures: what happened in between, and what nothing accounts for.

  --on DAY           the day asked about (2025-12-20)
  --known DAY        answer from what had been entered by the end of that day (UTC); default: everything entered
  --of women|men     only those whose sex was stated as this
  --by ORG           only those whom this organisation had recognised
  --where …          only those of whom this is so; several --where must all be so (docs/counting.md):
                     charge=130  place=Homel  occupation=journalist  region=Minsk  age=14-17  sex=female
                     recognised-by=ORG; of whom it is not told, nobody can tell: they are counted as possible
  --json             the whole answer as one JSON object; null for a bound that nobody gave

Example: unforgotten count --on 2025-12-20 --known 2026-01-03`,
  most: 0,
  options: {
    ...REGISTER,
    on: { type: 'string' },
    known: { type: 'string' },
    of: { type: 'string' },
    by: { type: 'string' },
    where: { type: 'string', multiple: true },
  },

  async run(given, world) {
    const heldOn = dayGiven(given, 'on', world);
    if (heldOn === undefined) throw new Refused('Say which day is asked about: --on 2025-12-20.');
    const known = dayGiven(given, 'known', world);
    const of = given.value('of');
    if (of !== undefined && of !== 'women' && of !== 'men') throw new Refused(`--of ${of} is not women or men.`);
    const by = given.value('by');
    const conditions = given.values('where').map(conditionIn);
    const where = conditions.length > 0 && { where: { all: conditions } };
    const question: Question = { heldOn, ...(of && { of }), ...(by && { by }), ...where };
    await withRegister(given, world, 'count', 'read', async (register) => {
      const state = known === undefined ? register.state() : register.stateKnownOn(known);
      const answer = answerTo(state, question);
      const citation = citationAt(register, question, known, dayOf(world.clock.now()));
      if (by !== undefined && !recognises(state, by)) {
        world.note(
          `Nobody in this register was recognised by ${by}, as far as was known then: check how it is written.`,
        );
      }
      if (given.has('json')) {
        const figures = answer.figures.map((one) => ({ ...one, sources: sourcesTelling(state, one.claims) }));
        world.print(JSON.stringify({ ...answer, figures, persons: behind(state, answer.count), citation }));
      } else for (const line of inWords(state, answer, citation)) world.print(line);
    });
  },
};

interface Answer {
  readonly count: Count;
  readonly figures: readonly SourceFigure[];
  readonly bridges: readonly Bridge[];
}

// What had been entered by a day is the log up to its last entry of that day; its root is what editions of then printed.
function citationAt(register: OpenRegister, question: Question, known: Day | undefined, today: Day): Citation {
  const isKnown = ({ entered }: Entry) => known === undefined || (entered !== '' && dayOf(entered) <= known);
  const size = register.entries().findLastIndex(isKnown) + 1;
  const root = rootOf(register.lines().slice(0, size).map(leafHash));
  return citationOf(question, known ?? today, size, Buffer.from(root).toString('base64'));
}

function answerTo(state: RegisterState, question: Question): Answer {
  const around = figuresAround(state, question.heldOn);
  return {
    count: count(state, question),
    figures: around
      .flatMap(({ before, after }) => [before, after === before ? null : after])
      .filter((figure) => figure !== null),
    bridges: around.flatMap(({ before, after }) =>
      before && after && before !== after ? [bridge(state, before, after)] : [],
    ),
  };
}

/** Whether an organisation recognised anybody at all; where it did not, its name may be mistyped. */
function recognises({ persons }: RegisterState, by: string): boolean {
  const name = canonicalOrganisation(by);
  return [...persons.values()].some(({ recognitions }) =>
    recognitions.some((one) => canonicalOrganisation(one.by) === name),
  );
}

/** The persons behind a count, by the ids it gives, with the claims that their standing rests on. */
function behind(state: RegisterState, { certain, possible }: Count): readonly PersonBehind[] {
  const { persons, claims } = state;
  return [...certain.persons, ...possible.persons].flatMap((id) => {
    const person = persons.get(id);
    if (!person) return [];
    const rests = person.claims.filter((number) => LIFE.has(claims.get(number)?.claim.kind ?? 'statement'));
    const names = person.names.map(({ text }) => text);
    return [{ id, name: ownName(person), names, claims: rests, sources: sourcesTelling(state, rests) }];
  });
}

interface PersonBehind {
  readonly id: PersonId;
  /** In the person's own form; `names` are all forms that reports use. */
  readonly name: string;
  readonly names: readonly string[];
  readonly claims: readonly number[];
  /** The reports of those claims, those that count as one source together. */
  readonly sources: readonly (readonly number[])[];
}

function* inWords(state: RegisterState, { count, figures, bridges }: Answer, citation: Citation): Generator<string> {
  const { heldOn, of, by, where } = citation.question;
  const scope = [of, by && `recognised by ${by}`, where && conditionText(where)].filter(Boolean).join(', ');
  yield `Held on ${dateInWords(heldOn)}${scope ? ` (${scope})` : ''}, as known on ${dateInWords(citation.knownOn)}`;
  yield '';
  yield* listed(state, count.certain, 'for certain');
  yield* listed(state, count.possible, possibly(where !== undefined));
  yield '';
  if (figures.length > 0) {
    yield 'What the sources counted';
    for (const figure of figures) yield* figureLines(state, figure);
    yield '';
  }
  for (const between of bridges) yield* bridgeLines(between);
  const conditions = where && 'all' in where ? where.all.map((one) => ` --where "${conditionText(one)}"`).join('') : '';
  const options = `${of ? ` --of ${of}` : ''}${by ? ` --by "${by}"` : ''}${conditions}`;
  yield `Ask again  unforgotten count --on ${heldOn} --known ${citation.knownOn}${options}`;
  yield `Register   ${citation.size} entries, root ${citation.root}`;
}

// A condition that nobody told of leaves more in doubt than dates do.
function possibly(conditions: boolean): string {
  return conditions
    ? 'possibly: some readings of what is told say so, or nobody tells'
    : 'possibly: some readings of the dates say so, others not';
}

function* listed(state: RegisterState, counted: Counted, how: string): Generator<string> {
  yield `${numberInWords(counted.number).padStart(7)}  ${how}`;
  for (const id of counted.persons) yield `           ${personLine(state, id)}`;
  if (counted.withheld > 0) yield `           and ${counted.withheld} who are counted and not named`;
}

function personLine(state: RegisterState, id: PersonId): string {
  const person = state.persons.get(id);
  if (!person) return id;
  const own = ownName(person);
  const latin = nameFor(person, 'en');
  const claims = person.claims.flatMap((number) => {
    const claim = state.claims.get(number)?.claim;
    return claim && LIFE.has(claim.kind) ? [{ number, claim }] : [];
  });
  // What several reports tell alike stands once, with all of its claims, in the order of the life.
  const events = Map.groupBy(claims.toSorted(byDate), ({ claim }) => eventInWords(claim));
  const lines = [...events].map(([words, told]) => `${words} [${claimNumbers(told.map(({ number }) => number))}]`);
  const told = retold(
    state,
    claims.map(({ number }) => number),
  );
  return [`${own === latin ? own : `${own} (${latin})`}${told}`, ...lines].join('\n             ');
}

const LIFE: ReadonlySet<string> = new Set<Claim['kind']>([
  'detained',
  'charged',
  'sentenced',
  'transferred',
  'released',
  'pardoned',
  'recognised',
  'died',
]);

function byDate(a: { readonly claim: Claim }, b: { readonly claim: Claim }): number {
  const day = ({ claim }: { readonly claim: Claim }) => (claim.date && spanOf(claim.date)?.from) ?? LATEST;
  return day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0;
}

function eventInWords({ kind, date, termMonths, hypothetical, inAbsentia }: Claim): string {
  const when = date ? ` ${dateInWords(date)}` : '';
  const term = termMonths === undefined ? '' : `, ${termInWords(termMonths)}`;
  const absent = inAbsentia ? ', in absentia' : '';
  return `${kind}${when}${term}${absent}${hypothetical ? ' (not said to be done)' : ''}`;
}

function* figureLines(state: RegisterState, figure: SourceFigure): Generator<string> {
  const parts = figure.parts.map(({ subset, count }) => `${numberInWords(count)} ${subset}`).join(', ');
  const number = `${figure.countIs ? `${figure.countIs} ` : ''}${numberInWords(figure.count)}`;
  yield `${number.padStart(7)}  ${figure.source}, ${dateInWords(figure.on.to)}${parts ? `, of them ${parts}` : ''} [${claimNumbers(figure.claims)}]${retold(state, figure.claims)}`;
  for (const flag of figure.flags) yield `         ${flag}`;
}

function* bridgeLines({ from, to, steps, reckoned, unexplained }: Bridge): Generator<string> {
  const start = dateInWords(addDays(from.on.to, 1));
  yield `From ${from.source}'s figure to the next, ${start} to ${dateInWords(to.on.to)}`;
  yield `${numberInWords(from.count).padStart(9)}  on ${dateInWords(from.on.to)}`;
  for (const { sign, what, least, most, claims } of steps) {
    yield `${`${sign > 0 ? '+' : '−'} ${boundsInWords({ least, most })}`.padStart(9)}  ${what} [${claimNumbers(claims)}]`;
  }
  yield `${`= ${boundsInWords(reckoned)}`.padStart(9)}  reckoned`;
  yield `${numberInWords(to.count).padStart(9)}  published`;
  yield `${boundsInWords(unexplained).padStart(9)}  unexplained: ends of term and other exits nobody reported here, or more if some of those`;
  yield '           released were not on the list';
  yield '';
}

function boundsInWords({ least, most }: Bounds): string {
  const signed = (value: number) => (value < 0 ? `−${numberInWords(-value)}` : numberInWords(value));
  if (least === most) return signed(least);
  if (most === Number.POSITIVE_INFINITY) return `at least ${signed(least)}`;
  if (least === Number.NEGATIVE_INFINITY) return `at most ${signed(most)}`;
  return `${signed(least)} to ${signed(most)}`;
}

// How many sources tell it, where they are fewer than the reports: reposts of one text are one.
function retold(state: RegisterState, claims: readonly number[]): string {
  const sources = sourcesTelling(state, claims);
  const reports = sources.flat().length;
  if (reports === sources.length) return '';
  return `, told by ${sources.length} ${sources.length === 1 ? 'source' : 'sources'} (${reports} reports)`;
}

function claimNumbers(claims: readonly number[]): string {
  return `${claims.length === 1 ? 'claim' : 'claims'} ${claims.join(', ')}`;
}
