import type { Claim } from '../claims/claim.ts';
import { ownName } from '../people/display.ts';
import type { Description, PersonId } from '../people/person.ts';
import type { Decision } from '../register/entry.ts';
import { sameTextAs } from '../register/sources.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import type { OpenRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import { isEdtf } from '../time/edtf.ts';
import type { Command, Given } from './command.ts';
import { AUTHORED, authorOf, noMoreThan } from './command.ts';
import { numberGiven, personGiven, withRegister } from './register.ts';
import { removalInWords } from './removed.ts';
import { markOf, readByInJson } from './second-wording.ts';
import { claimInWords, excerpt, headOf, indent } from './wording.ts';
import type { World } from './world.ts';

export const reviewCommand: Command = {
  name: 'review',
  help: `Usage: unforgotten review                                    lists what waits
       unforgotten review show CLAIM                        one claim with its passage and decisions
       unforgotten review accept CLAIM… --reason WHY        accepts claims as they are
       unforgotten review refuse CLAIM… --reason WHY
       unforgotten review amend CLAIM --reason WHY [--date …] [--count …] [--term MONTHS]
                                 [--persons "NAME; NAME"] [--charges "…; …"] [--place …]
                                 [--in-absentia yes|no]
       unforgotten review link CLAIM NAME PERSON --reason WHY [--verdict same|different|unsure]
       unforgotten review unlink CLAIM NAME PERSON --reason WHY
       unforgotten review recognise PERSON --by ORGANISATION --date DATE --reason WHY
       unforgotten review withdraw PERSON --by ORGANISATION --date DATE --reason WHY
       unforgotten review describe PERSON --reason WHY [--sex female|male] [--born 1982-04-24]
                                 [--occupation …] [--region …]
       unforgotten review withhold|show-again|remove PERSON --reason WHY

CLAIM is a number of the list. PERSON is an id, or a name as it is written. Recognition, death, withholding and
removal count once two people have decided the same; the first decision waits for the second.

  --as NAME          who decides, a pseudonym as a rule (or UNFORGOTTEN_AUTHOR)
  --reason WHY       why; kept with the decision for ever
  --means "NAME=PERSON"   with accept: whom a name means, or NAME=new; otherwise the register's own proposal is taken
                     where exactly one person comes into question
  --json             the list, the claim, or what was done, as JSON

Example: unforgotten review accept 3 4 --reason "read the page, the wording is clear" --as Alena`,
  options: {
    ...AUTHORED,
    reason: { type: 'string' },
    means: { type: 'string', multiple: true },
    date: { type: 'string' },
    count: { type: 'string' },
    term: { type: 'string' },
    persons: { type: 'string' },
    charges: { type: 'string' },
    place: { type: 'string' },
    'in-absentia': { type: 'string' },
    verdict: { type: 'string' },
    by: { type: 'string' },
    sex: { type: 'string' },
    born: { type: 'string' },
    occupation: { type: 'string' },
    region: { type: 'string' },
  },

  async run(given, world) {
    const [verb, ...words] = given.words;
    if (verb === undefined)
      return withRegister(given, world, 'review', 'read', async (register) => list(register, given, world));
    if (verb === 'show') {
      noMoreThan(1, words, 'review');
      const number = numberGiven(words[0], 'claim');
      return withRegister(given, world, 'review', 'read', async (register) => show(register, number, given, world));
    }
    const act = ACTS[verb];
    if (!act) throw new Refused(`Review knows no ${verb}: unforgotten review --help lists what can be decided.`);
    const author = authorOf(given, world);
    await withRegister(given, world, 'review', 'write', (register) => act({ register, words, given, world, author }));
  },
};

interface Act {
  readonly register: OpenRegister;
  readonly words: readonly string[];
  readonly given: Given;
  readonly world: World;
  readonly author: string;
}

const ACTS: Readonly<Record<string, (act: Act) => Promise<void>>> = {
  accept,
  refuse: (act) => decideClaims(act, (claim, reason) => ({ decision: 'refuse', claim, reason })),
  amend: async (act) => {
    noMoreThan(1, act.words, 'review');
    await decideClaims(act, (claim, reason) => ({
      decision: 'amend',
      claim,
      amended: amended(filed(act.register.state(), claim).claim, act.given),
      reason,
    }));
  },
  link: (act) => {
    const verdict = act.given.value('verdict') ?? 'same';
    if (verdict !== 'same' && verdict !== 'different' && verdict !== 'unsure') {
      throw new Refused(`--verdict ${verdict} is none: it is same, different or unsure.`);
    }
    return decidePerson(act, 2, (person, reason) => ({ decision: 'link', ...mentioned(act), person, verdict, reason }));
  },
  unlink: (act) =>
    decidePerson(act, 2, (person, reason) => ({ decision: 'unlink', ...mentioned(act), person, reason })),
  recognise: (act) =>
    decidePerson(act, 0, (person, reason) => ({ decision: 'recognise', person, ...recognition(act), reason })),
  withdraw: (act) =>
    decidePerson(act, 0, (person, reason) => ({
      decision: 'withdraw recognition',
      person,
      ...recognition(act),
      reason,
    })),
  describe: (act) => {
    const stated = description(act);
    return decidePerson(act, 0, (person, reason) => ({ decision: 'describe', person, ...stated, reason }));
  },
  withhold: (act) => decidePerson(act, 0, (person, reason) => ({ decision: 'withhold', person, reason })),
  'show-again': (act) => decidePerson(act, 0, (person, reason) => ({ decision: 'show again', person, reason })),
  remove: (act) => decidePerson(act, 0, (person, reason) => ({ decision: 'remove', person, reason })),
};

function description({ given }: Act): Description {
  const sex = given.value('sex');
  if (sex !== undefined && sex !== 'female' && sex !== 'male') {
    throw new Refused(`--sex ${sex} is not female or male: leave it unstated.`);
  }
  const others = (['born', 'occupation', 'region'] as const).flatMap((name) => {
    const value = given.value(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (sex === undefined && others.length === 0) {
    throw new Refused('Say what is stated of the person: --sex, --born, --occupation or --region.');
  }
  return { ...(sex && { sex }), ...Object.fromEntries(others) };
}

function reasonOf({ given }: Act): string {
  return given.required('reason', 'every decision keeps why it was made');
}

function filed(state: RegisterState, number: number): FiledClaim {
  const claim = state.claims.get(number);
  if (!claim) throw new Refused(`There is no claim ${number}: unforgotten review lists them.`);
  return claim;
}

async function accept(act: Act): Promise<void> {
  const { register, words, given, world, author } = act;
  const reason = reasonOf(act);
  if (words.length === 0) throw new Refused('Name the claims to accept by number: unforgotten review lists them.');
  const numbers = words.map((word) => filed(register.state(), numberGiven(word, 'claim')).number);
  for (const number of numbers) {
    const choices = new Map<string, PersonId | 'new'>();
    for (const means of given.values('means')) {
      const [name = '', word = ''] = means.split('=').map((part) => part.trim());
      choices.set(name, word === 'new' ? 'new' : personGiven(register.state(), word).id);
    }
    const done = await register.acceptWithLinks(author, number, reason, choices);
    if (given.has('json')) {
      world.print(JSON.stringify({ claim: number, ...done }));
      continue;
    }
    world.print(
      done.accepted === 'accepted' ? `Claim ${number} is accepted.` : `Claim ${number} waits for a second person.`,
    );
    for (const { name, person, isNew } of done.linked) {
      const known = register.state().persons.get(person);
      world.print(`  ${name}: ${isNew || !known ? 'new person' : ownName(known)} (${person})`);
    }
    for (const { name, candidates } of done.unsure) {
      world.print(`  ${name}: not sure who is meant, so nobody is linked yet; it may be`);
      for (const { person, score } of candidates) {
        const known = register.state().persons.get(person);
        world.print(`    ${known ? ownName(known) : person} (${person}), ${score.toFixed(2)}`);
      }
      world.print(`    decide with: unforgotten review link ${number} "${name}" PERSON --reason …`);
    }
  }
}

async function decideClaims(act: Act, decision: (claim: number, reason: string) => Decision): Promise<void> {
  const reason = reasonOf(act);
  if (act.words.length === 0) throw new Refused('Name the claims by number: unforgotten review lists them.');
  await decideAll(
    act,
    act.words.map((word) => decision(numberGiven(word, 'claim'), reason)),
  );
}

async function decidePerson(
  act: Act,
  at: number,
  decision: (person: PersonId, reason: string) => Decision,
): Promise<void> {
  noMoreThan(at + 1, act.words, 'review');
  const person = personGiven(act.register.state(), act.words[at]);
  await decideAll(act, [decision(person.id, reasonOf(act))]);
}

async function decideAll({ register, given, world, author }: Act, decisions: readonly Decision[]): Promise<void> {
  const numbers = await register.decide(author, decisions);
  const waiting = new Set(register.state().proposals.map(({ number }) => number));
  if (given.has('json')) {
    world.print(JSON.stringify({ entries: numbers, waiting: numbers.filter((number) => waiting.has(number)) }));
    return;
  }
  for (const number of numbers) {
    world.print(
      waiting.has(number)
        ? `Entered as ${number}; it counts once a second person decides the same.`
        : `Entered as ${number}.`,
    );
  }
  if (decisions.some(({ decision }) => decision === 'remove') && numbers.every((number) => !waiting.has(number))) {
    for (const sentence of removalInWords(register)) world.print(sentence);
  }
  const hides = decisions.some(({ decision }) => decision === 'withhold' || decision === 'remove');
  if (hides && numbers.some((number) => !waiting.has(number))) {
    world.note(
      'What was published before still shows this person: publish again, and take away older copies and stories.',
    );
  }
}

function mentioned({ words }: Act): { claim: number; name: string } {
  const [claim, name] = words;
  if (name === undefined) throw new Refused('Name the claim, the name as it is written there, and the person.');
  return { claim: numberGiven(claim, 'claim'), name };
}

function recognition({ given }: Act): { by: string; date: string } {
  const date = given.required('date', 'say when it was decided, as far as known (2025-12, 2025-12-20)');
  if (!isEdtf(date))
    throw new Refused(`--date ${date} is no date: write 2025, 2025-12, 2025-12-20 or 2025-09/2025-11.`);
  return { by: given.required('by', 'say which organisation recognises'), date };
}

function amended(claim: Claim, given: Given): Claim {
  const date = given.value('date');
  if (date !== undefined && !isEdtf(date))
    throw new Refused(`--date ${date} is no date: write 2025, 2025-12 or 2025-12-20.`);
  const whole = (name: string): number | undefined => {
    const value = given.value(name);
    if (value === undefined) return undefined;
    if (!/^\d{1,9}$/.test(value)) throw new Refused(`--${name} ${value} is no whole number: write digits alone.`);
    return Number(value);
  };
  const several = (name: string) =>
    given
      .value(name)
      ?.split(';')
      .map((part) => part.trim())
      .filter(Boolean);
  const changes = {
    date,
    count: whole('count'),
    termMonths: whole('term'),
    persons: several('persons'),
    charges: several('charges'),
    place: given.value('place'),
    inAbsentia: yesOrNo(given.value('in-absentia')),
  };
  const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  if (Object.keys(stated).length === 0)
    throw new Refused('Say what is amended: --date, --count, --term, --persons, --charges, --place or --in-absentia.');
  return { ...claim, ...stated };
}

function yesOrNo(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (value === 'yes' || value === 'no') return value === 'yes';
  throw new Refused(`--in-absentia ${value} is neither yes nor no.`);
}

function list(register: OpenRegister, given: Given, world: World): void {
  const state = register.state();
  const waiting = [...state.claims.values()].filter(({ status }) => status.startsWith('waiting'));
  if (given.has('json')) {
    const claims = waiting.map((claim) => ({ ...claim, ...readByInJson(register, claim.number) }));
    world.print(JSON.stringify({ claims, proposals: state.proposals }));
    return;
  }
  for (const report of state.reports.values()) {
    const claims = waiting.filter((claim) => claim.report === report.number);
    if (claims.length === 0) continue;
    const { title, publisher, published } = report.report;
    world.print(
      `Report ${report.number}: ${title}${publisher ? ` · ${publisher}` : ''}${published ? ` · ${published}` : ''}`,
    );
    for (const { number, claim, status } of claims) {
      const marks = [markOf(register, number), status === 'waiting for a second' && 'waits for a second person'];
      const marked = marks.flatMap((mark) => (mark ? [` (${mark})`] : [])).join('');
      world.print(`${String(number).padStart(6)}  ${headOf(claim)}${marked}`);
      world.print(`        “${excerpt(claim.quote ?? claim.passage.text, 110)}”`);
    }
    world.print('');
  }
  for (const { decision, author, number } of state.proposals) {
    world.print(
      `${String(number).padStart(6)}  ${author} decided: ${decision.decision}${'person' in decision ? ` ${decision.person}` : ''} (waits for a second person)`,
    );
  }
  if (waiting.length + state.proposals.length === 0) world.print('Nothing waits for decision.');
  else world.note(`${waiting.length} claims and ${state.proposals.length} other decisions wait.`);
}

async function show(register: OpenRegister, number: number, given: Given, world: World): Promise<void> {
  const claim = filed(register.state(), number);
  const same = sameTextAs(register.state(), claim.report);
  if (given.has('json')) {
    const sameText = same.length > 0 && { sameText: same };
    world.print(JSON.stringify({ ...claim, ...readByInJson(register, number), ...sameText }));
    return;
  }
  const report = register.state().reports.get(claim.report)?.report;
  world.print(`Claim ${claim.number}, ${claim.status}; report ${claim.report}${report ? `: ${report.title}` : ''}`);
  const mark = claim.status === 'accepted' ? null : markOf(register, number);
  if (mark) world.print(`  ${mark}: compare it with the report before you decide`);
  world.print(indent(claimInWords(claim.claim), 2));
  if (same.length > 0) world.print(`  the same text as report ${same.join(', ')}: they count as one source`);
  for (const { property, passage } of claim.claim.resolved ?? []) {
    world.print(`  ${property} rests on “${excerpt(passage.text, 110)}”`);
  }
  for (const { number, author, entered, decision } of claim.decisions) {
    world.print(`  ${number}  ${entered.slice(0, 10)}  ${author}: ${decision.decision}, “${decision.reason}”`);
  }
}
