import type { ChargeWords } from './charges.ts';
import { chargesAfter } from './charges.ts';
import type { ClaimKind } from './claim.ts';
import type { Chain } from './credits.ts';
import { credit } from './credits.ts';
import type { DateWords } from './dates.ts';
import { deriveRest } from './deals.ts';
import type { Draft, Made, Story } from './draft.ts';
import { rest, spokenAt } from './draft.ts';
import { grammarOf } from './families.ts';
import { actsIn, asFigure, countedIn, partsOf } from './figures.ts';
import type { Found, Line, Party } from './line.ts';
import { isHypothetical } from './mood.ts';
import type { FullName } from './names.ts';
import { placeOf } from './places.ts';
import type { TermWords } from './terms.ts';
import { carriedDay, dateOf, newsMonth, recentMonth } from './when.ts';

const KINDS = new Set<ClaimKind>([
  ...([
    'detained',
    'charged',
    'sentenced',
    'released',
    'pardoned',
    'transferred',
    'died',
    'recognised',
    'figure',
  ] as const),
]);

/**
 * The custody events of a passage: detained, charged, sentenced, released, pardoned, transferred, died, and who was
 * recognised by name. A claim needs a name or a number; nothing is made of "hundreds" or "a man".
 *
 * @param before the claims made so far, for "all but nine" of those released.
 */
export function custodyIn(story: Story, line: Line, chain: Chain, before: readonly Made[]): Made[] {
  const made: Made[] = [];
  const grammar = grammarOf(story.page.wording);
  let earlier: readonly Party[] = [];
  let dated: { parties: readonly Party[]; date: string } | null = null;
  line.triggers.forEach((found, index) => {
    const { trigger } = found;
    if (!KINDS.has(trigger.kind) || trigger.frame === 'sanction') return;
    const parties = grammar.patients(line, found, earlier);
    if (parties.length > 0) earlier = parties;
    if (refused(story, line, found)) return;
    const next = line.triggers.slice(index + 1).find((other) => opensAnother(found, other))?.from ?? line.tokens.length;
    // Whoever was arrested in absentia is not held.
    if (trigger.kind === 'detained' && inAbsentia(line, found, next, parties)) return;
    const draft = draftOf(story, line, found, parties, next);
    const carried = draft && carriedDay(draft, line, found, before);
    if (draft && carried) carry(draft, carried);
    if (draft?.date) dated = { parties, date: draft.date };
    // "a release last month that saw 31 prisoners leave": the second event is of the first one's day.
    else if (draft?.kind === 'transferred' && dated && parties[0] === dated.parties[0]) draft.date = dated.date;
    if (!draft || !derived(draft, parties, before)) return;
    credit(draft, chain);
    const days = trigger.kind === 'sentenced' && termOf(line, found, next)?.as === 'days';
    const drafts = trigger.also ? [alsoOf(draft, trigger.also), draft] : respectively(line, found, draft, next);
    asFigure(story, line, found, draft);
    for (const one of [...drafts, ...partsOf(line, draft, story.page.wording)])
      made.push({ draft: one, line, at: found.from, apart: days, ...unlessOf(found, one) });
  });
  made.push(...ellipses(line, made), ...onCard(story, line));
  for (const draft of [...actsIn(line), ...countedIn(line, made)]) {
    credit(draft, chain);
    made.push({ draft, line, at: 0 });
  }
  return made;
}

// "is serving a 22-year prison sentence": the noun behind is the same event.
// Charges may be named with words such as "arrest": only a verb ends them.
function chargesEnd(line: Line, found: Found): number {
  const next = line.triggers.find(
    (other) => other.from >= found.to && other.trigger.frame !== 'noun' && KINDS.has(other.trigger.kind),
  );
  return next?.from ?? line.tokens.length;
}

function opensAnother(found: Found, other: Found): boolean {
  const same = other.trigger.kind === found.trigger.kind && other.trigger.frame === 'noun';
  return KINDS.has(other.trigger.kind) && !same;
}

const REFUSAL_REACH = 7;

// "released from solitary confinement", "sentenced to a fine": words close behind the trigger that make it something else.
function refused(story: Story, line: Line, found: Found): boolean {
  const token = line.tokens[found.from];
  if (token && found.trigger.kind !== 'recognised' && spokenAt(story.quotes, token.start)) return true;
  const book = story.page.wording.refusals.get(found.trigger.kind);
  const first = found.trigger.frame === 'noun' ? Math.max(0, found.from - 3) : found.from;
  for (let at = first; book && at < found.to + REFUSAL_REACH; at += 1) {
    if (line.tokens[at]?.text === ';') break;
    if (book.at(line.tokens, at)) return true;
  }
  return found.trigger.agent === 'authority' && byOthers(line, found);
}

const OBJECT_REACH = 4;

// "accused of … by the opposition", "the opposition has accused him": no authority does it.
function byOthers(line: Line, found: Found): boolean {
  for (let at = found.to; at < found.to + 16; at += 1) {
    if (line.tokens[at]?.tags.has('by'))
      return !line.tokens.slice(at + 1, at + 6).some((token) => token.tags.has('authority'));
  }
  const object = found.trigger.kind === 'detained' ? OBJECT_REACH : 1;
  const active =
    found.trigger.frame !== 'before' &&
    line.partyOf.subarray(found.to, found.to + object).some((party) => party !== -1);
  return (
    active && !line.tokens.slice(Math.max(0, found.from - 10), found.from).some((token) => token.tags.has('authority'))
  );
}

// "A got ten years, B — nine": the verb is said once.
function ellipses(line: Line, made: readonly Made[]): Made[] {
  const told = made.find(({ draft }) => draft.kind === 'sentenced');
  if (!told) return listedTerms(line);
  return line.parties.flatMap((party) => {
    if (!party.name || party.from < told.at || !/^[-–—]$/.test(line.tokens[party.to]?.text ?? '')) return [];
    const term = line.terms.find((one) => one.from > party.to && one.from <= party.to + 2 && one.as !== 'age');
    const number = line.tokens.slice(party.to + 1, party.to + 3).some((token) => token.shape === 'number');
    if (!term && !number) return [];
    const { termMonths: _, charges: __, resolved: ___, count: ____, ...same } = told.draft;
    const months = term?.months === undefined ? {} : { termMonths: term.months };
    return [{ draft: { ...same, persons: [party.name.text], ...months }, line, at: party.from }];
  });
}

// «Суд: Алесь Новик — 5 лет колонии, Вера Лис — 7 лет колонии»: a list of names and terms without any verb.
function listedTerms(line: Line): Made[] {
  if (line.triggers.length > 0 || line.tokens.some((token) => token.tags.has('hope'))) return [];
  return line.parties.flatMap((party) => {
    if (!party.name || !/^[-–—:]$/.test(line.tokens[party.to]?.text ?? '')) return [];
    const term = line.terms.find((one) => one.from > party.to && one.from <= party.to + 2 && one.as === 'custody');
    const penal = term && line.tokens.slice(term.to, term.to + 3).some((token) => token.tags.has('penal'));
    if (!term || !penal) return [];
    const months = term.months === undefined ? {} : { termMonths: term.months };
    const draft: Draft = { kind: 'sentenced', persons: [party.name.text], ...months, passage: line.passage };
    return [{ draft, line, at: party.from }];
  });
}

// "A and B were sentenced to 20 and 10 years respectively": a claim for each, where there are as many terms as names.
function respectively(line: Line, found: Found, draft: Draft, next: number): Draft[] {
  const { persons } = draft;
  const terms = line.terms.filter((term) => term.as === 'custody' && term.from >= found.from && term.from < next);
  if (!persons || persons.length < 2 || terms.length !== persons.length) return [draft];
  if (!line.tokens.some((token) => token.tags.has('respectively'))) return [draft];
  return persons.map((person, index) => {
    const months = terms[index]?.months;
    const { termMonths: _, resolved, ...same } = draft;
    const own = resolved?.filter((one) => one.property !== 'persons' || one.passage.text === person);
    return {
      ...{ ...same, persons: [person] },
      ...(months === undefined ? {} : { termMonths: months }),
      ...(own && own.length > 0 ? { resolved: own } : {}),
    };
  });
}

// «Алесь Новик / журналист / 7 лет лишения свободы»: a card has the name, who it is, and the term, each in its row.
function onCard({ memory }: Story, line: Line): Made[] {
  const term = line.terms[0];
  const penal = line.tokens.at(term?.to ?? -1)?.tags.has('penal');
  if (!term || term.from > 0 || term.as !== 'custody' || line.tokens.length > MOST_ON_CARD || !penal) return [];
  const persons = [...new Set(memory.heading(line.index).map(({ text }) => text))];
  if (persons.length === 0 || line.triggers.length > 0) return [];
  const draft: Draft = { kind: 'sentenced', persons, passage: line.passage };
  if (term.months !== undefined) draft.termMonths = term.months;
  for (const { text, passage } of memory.heading(line.index)) {
    if (!line.passage.text.includes(text)) rest(draft, { property: 'persons', passage });
  }
  return [{ draft, line, at: 0 }];
}

const MOST_ON_CARD = 7;

// Someone said to be jailed, with no day of it, has mostly been sentenced; a conviction belongs to its sentence.
function unlessOf({ trigger }: Found, draft: Draft): Pick<Made, 'unless'> {
  const standing = draft.kind === 'detained' && draft.date !== undefined && !draft.date.endsWith('~');
  return trigger.unless === undefined || trigger.unless === draft.kind || standing ? {} : { unless: trigger.unless };
}

function alsoOf(draft: Draft, kind: ClaimKind): Draft {
  const { place: _, ...also } = { ...draft, kind };
  return also;
}

// "All but nine" of those whose release was told before.
function derived(draft: Draft, parties: readonly Party[], before: readonly Made[]): boolean {
  const rest = parties.find((party) => party.is === 'rest');
  return rest?.count === undefined || deriveRest(draft, rest.count, before);
}

function draftOf(story: Story, line: Line, found: Found, parties: readonly Party[], next: number): Draft | null {
  const { trigger } = found;
  const draft: Draft = { kind: trigger.kind, passage: line.passage };
  if (!name(story, line, draft, parties)) return null;
  if (trigger.kind === 'sentenced' && inAbsentia(line, found, next, parties)) draft.inAbsentia = true;
  const term = trigger.kind === 'sentenced' ? termOf(line, found, next) : null;
  if (trigger.term === 'needed' && !term) return null;
  const hypothetical = isHypothetical(line, found);
  // "sentences of up to 19 years" were not all of 19 years.
  if (term?.months !== undefined && (hypothetical || term.bound !== 'at most')) draft.termMonths = term.months;
  const charges =
    trigger.kind === 'sentenced' || trigger.kind === 'charged'
      ? chargesAfter(line, found, chargesEnd(line, found), story.page)
      : null;
  if (charges) draft.charges = charges.charges;
  const date = dateOf(line, found, charges ? Math.min(charges.from, next) : next) ?? dateBehind(line, charges);
  if (date?.edtf) draft.date = date.edtf;
  const place = placeOf(story, line, found, next);
  if (place) draft.place = place;
  else if (trigger.place === 'needed') return null;
  if (hypothetical) draft.hypothetical = true;
  const recent =
    draft.hypothetical || draft.date
      ? null
      : (recentMonth(line, found, story.page.published) ?? newsMonth(line, found, story.page.published));
  if (recent) draft.date = recent;
  return draft;
}

// The day of the event that the passage goes on to tell of, as approximate: nobody has said it of these people.
function carry(draft: Draft, from: Made): void {
  draft.date = `${from.draft.date}~`;
  rest(draft, { property: 'date', passage: from.draft.passage });
}

// "was sentenced in absentia", "sentenced Novik to 15 years in absentia", «заочно приговорил»: within the clause that tells of
// it; "After a trial in absentia, Lis was sentenced": before it, unless somebody else is spoken of there, or speaks.
function inAbsentia(line: Line, found: Found, next: number, parties: readonly Party[]): boolean {
  const { tokens } = line;
  const from = tokens.findLastIndex(({ text }, at) => at < found.from && text === ';') + 1;
  for (let at = from; at < next && tokens[at]?.text !== ';'; at += 1) {
    if (!tokens[at]?.tags.has('absent') || tokens[at + 1]?.tags.has('of')) continue;
    if (at >= found.from) return true;
    const others = line.parties.some((party) => party.from >= from && party.to <= at && !parties.includes(party));
    if (!others && !tokens.slice(at, found.from).some(({ tags }) => tags.has('say'))) return true;
  }
  return false;
}

// "charged with libel in March 2022"; but "for organising protests in March 2022" dates the protests.
function dateBehind(line: Line, charges: ChargeWords | null): DateWords | null {
  if (!charges || charges.charges.some((charge) => /ing\b/.test(charge))) return null;
  return line.dates.find((date) => date.from === charges.to || date.from === charges.to + 1) ?? null;
}

/** Writes names and number into a claim; false where there is neither. */
function name(story: Story, line: Line, draft: Draft, parties: readonly Party[]): boolean {
  const persons: string[] = [];
  for (const party of parties) {
    if (party.is === 'group' && draft.count === undefined && party.count !== undefined) {
      draft.count = party.count;
      if (party.bound) draft.countIs = party.bound;
    }
    for (const full of namesOf(story, line, party)) {
      if (persons.includes(full.text)) continue;
      persons.push(full.text);
      const here = full.passage.start >= line.passage.start && full.passage.end <= line.passage.end;
      if (!here && !line.passage.text.includes(full.text)) rest(draft, { property: 'persons', passage: full.passage });
    }
  }
  if (persons.length > 0) draft.persons = persons;
  return persons.length > 0 || draft.count !== undefined || parties.some((party) => party.is === 'rest');
}

// "The three were sentenced": whoever was named together shortly before, if they are three.
function known(story: Story, line: Line, { from, count }: Party): readonly FullName[] {
  if (count === undefined || count > 9 || !line.tokens[from - 1]?.tags.has('definite')) return [];
  const list = story.memory.people(line.index).flatMap((one) => (one.name ? [one.name] : []));
  return list.length === count ? list : [];
}

function namesOf(story: Story, line: Line, party: Party) {
  if (party.name) return [party.name];
  if (party.is === 'group') return known(story, line, party);
  if (party.is !== 'pronoun') return [];
  if (party.stands) return story.memory.leftOut(party.stands, line.index);
  // "It was released a few hours later" is said of no one.
  if (line.tokens[party.from]?.tags.has('neuter')) return [];
  const inLine = line.parties.find((one) => one.to <= party.from && one.is === 'person' && one.name);
  const pronoun = line.tokens[party.from];
  if (pronoun?.tags.has('plural')) {
    return story.memory.people(line.index).flatMap((one) => (one.name ? [one.name] : []));
  }
  const full = inLine?.name ?? story.memory.person(pronoun, line.index);
  return full ? [full] : [];
}

// The term behind the trigger and before the next one, else the one right before it: "a 10-year prison sentence".
function termOf(line: Line, found: Found, next: number): TermWords | null {
  const terms = line.terms.filter((term) => term.as !== 'age');
  const after = terms.find((term) => term.from >= found.from && term.from < next);
  const before = terms.filter((term) => term.to <= found.from && found.from - term.to <= 3).at(-1);
  return (found.trigger.frame === 'noun' ? (before ?? after) : (after ?? before)) ?? null;
}
