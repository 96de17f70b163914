import type { Claim } from './claim.ts';
import type { Draft, Made } from './draft.ts';
import { rest } from './draft.ts';

/**
 * Joins what a story tells twice: claims of one kind about the same people or number, whose dates, terms and mood do
 * not contradict each other. The fuller claim stays, and takes from the other what it lacks, with the passage it
 * took it from.
 */
export function merged(made: readonly Made[]): Claim[] {
  const kept: Draft[] = [];
  const byKey = new Map<string, Draft[]>();
  // Headlines last, so that the passage of the body stays.
  const told = toldOf(made);
  const said = made.filter((one) => !givesWay(one, told));
  const ordered = [...said.filter((one) => !isHeading(one)), ...said.filter(isHeading)];
  for (const { draft, apart } of ordered) {
    if (apart) {
      kept.push(draft);
      continue;
    }
    const same = keysOf(draft)
      .flatMap((key) => byKey.get(key) ?? [])
      .find((other) => agrees(other, draft));
    if (same) {
      absorb(same, draft);
      for (const key of keysOf(same)) remember(byKey, key, same);
      continue;
    }
    kept.push(draft);
    for (const key of keysOf(draft)) remember(byKey, key, draft);
  }
  return kept.filter((draft) => !toldElsewhere(draft, byKey) && !fulfilled(draft, byKey));
}

/**
 * Claims of a report, to be asked which of them tell the same as another: one kind, the same people or number, and
 * nothing that contradicts.
 *
 * @example
 * const told = new Told(claimsOf(report));
 * told.same(claim) // [] where nobody has said it yet
 */
export class Told {
  readonly #byKey = new Map<string, Set<Claim>>();

  constructor(claims: Iterable<Claim>) {
    for (const claim of claims) this.add(claim);
  }

  add(claim: Claim): void {
    for (const key of keysOf(claim)) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(claim));
  }

  same(claim: Claim): Claim[] {
    const near = new Set(keysOf(claim).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    return [...near].filter((other) => agrees(other, claim));
  }
}

const isHeading = ({ line }: Made) => line.block.kind === 'headline' || line.block.kind === 'heading';

// A list of names each of which another claim of the kind already has, with nothing of its own to say.
function toldElsewhere(draft: Draft, byKey: Map<string, Draft[]>): boolean {
  const persons = draft.persons ?? [];
  if (draft.kind === 'statement' || draft.kind === 'sanction' || persons.length < 2 || numberOf(draft) !== undefined)
    return false;
  return persons.every((person) =>
    keysOf({ ...draft, persons: [person] })
      .flatMap((key) => byKey.get(key) ?? [])
      .some(
        (other) =>
          other !== draft &&
          other.persons?.includes(person) === true &&
          alikeDates(draft.date, other.date) &&
          alike(draft.termMonths, other.termMonths),
      ),
  );
}

// A demand to release someone who, as the same page tells, has been released.
function fulfilled(draft: Draft, byKey: Map<string, Draft[]>): boolean {
  if (draft.kind !== 'released' || !draft.hypothetical || !draft.persons) return false;
  return draft.persons.every(
    (person) =>
      (byKey.get(keysOf({ kind: 'released', persons: [person], passage: draft.passage })[0] ?? '') ?? []).length > 0,
  );
}

// Each kind and person that a claim with no doubt is about.
function toldOf(made: readonly Made[]): ReadonlySet<string> {
  return new Set(
    made.flatMap(({ draft, unless }) =>
      unless === undefined && !draft.hypothetical
        ? [
            ...(draft.persons ?? []).map((person) => `${draft.kind} ${person.split(' ').at(-1)}`),
            `${draft.kind} #${draft.count}`,
          ]
        : [],
    ),
  );
}

function givesWay({ draft, unless }: Made, told: ReadonlySet<string>): boolean {
  const persons = draft.persons ?? [];
  if (unless !== undefined && persons.length === 0) return told.has(`${unless} #${draft.count}`);
  return (
    unless !== undefined &&
    persons.length > 0 &&
    persons.every((person) => told.has(`${unless} ${person.split(' ').at(-1)}`))
  );
}

const MOST_ALIKE = 12;

function remember(byKey: Map<string, Draft[]>, key: string, draft: Draft): void {
  const list = byKey.get(key) ?? [];
  if (!list.includes(draft) && list.length < MOST_ALIKE) list.push(draft);
  byKey.set(key, list);
}

function keysOf(draft: Draft): string[] {
  if (draft.kind === 'statement') return [`statement ${draft.quote?.toLowerCase()}`];
  if (draft.kind === 'sanction') return [`sanction ${draft.action} ${draft.hypothetical ?? false}`];
  const mood = draft.hypothetical ? 'if' : 'is';
  const keys = (draft.persons ?? []).map((person) => `${draft.kind} ${mood} ${person.split(' ').at(-1)}`);
  if (draft.count !== undefined)
    keys.push(`${draft.kind} ${mood} ${draft.count} ${draft.measure ?? ''} ${draft.subset ?? ''}`);
  return keys;
}

function agrees(one: Draft, other: Draft): boolean {
  if (one.kind === 'statement') return true;
  if (one.kind === 'sanction') {
    const persons = one.persons !== undefined && other.persons !== undefined;
    return persons
      ? samePersons(one, other)
      : compatible(one.object, other.object) && compatible(one.by, other.by) && samePersons(one, other);
  }
  if (one.kind === 'sentenced' && !alike(one.termMonths, other.termMonths)) return false;
  if (one.kind === 'transferred' && !alike(one.place, other.place)) return false;
  if (one.kind === 'charged' && one.charges && other.charges && !overlap(one.charges, other.charges)) return false;
  if (!alikeDates(one.date, other.date) || !alike(numberOf(one), numberOf(other))) return false;
  return samePersons(one, other);
}

// "Two of them, A and B": a number that the names already give says nothing more.
function numberOf(draft: Draft): number | undefined {
  return draft.count === draft.persons?.length ? undefined : draft.count;
}

const alike = <T>(left: T | undefined, right: T | undefined) =>
  left === undefined || right === undefined || left === right;

function compatible(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return true;
  const [short, long] = [left.toLowerCase(), right.toLowerCase()].sort((a, b) => a.length - b.length);
  return long?.includes(short ?? '') === true;
}

function alikeDates(one: string | undefined, other: string | undefined): boolean {
  const left = one?.replace('~', '');
  const right = other?.replace('~', '');
  return left === undefined || right === undefined || left.startsWith(right) || right.startsWith(left);
}

function overlap(left: readonly string[], right: readonly string[]): boolean {
  const words = new Set(left.join(' ').toLowerCase().split(/\s+/));
  return right
    .join(' ')
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.length > 4 && words.has(word));
}

// The same people; or a part of them told again with nothing new. A number alone joins only the same number.
function samePersons(one: Draft, other: Draft): boolean {
  const left = one.persons ?? [];
  const right = other.persons ?? [];
  if (left.length === 0 || right.length === 0) return left.length === right.length;
  if (left.length === right.length) return right.every((person) => left.includes(person));
  const [few, many] = left.length < right.length ? [one, other] : [other, one];
  const adds = TAKEN.some(
    (property) => property !== 'persons' && few[property] !== undefined && many[property] === undefined,
  );
  return !adds && (few.persons ?? []).every((person) => many.persons?.includes(person));
}

const TAKEN = [
  'date',
  'termMonths',
  'inAbsentia',
  'charges',
  'place',
  'count',
  'countIs',
  'persons',
  'by',
  'object',
  'deal',
] as const;

function fullness(draft: Draft): number {
  return TAKEN.filter((property) => draft[property] !== undefined).length + (draft.date?.length ?? 0) / 100;
}

function absorb(kept: Draft, other: Draft): void {
  if (kept.kind === 'statement') return;
  const [fuller, lesser] = fullness(other) > fullness(kept) ? [{ ...other }, { ...kept }] : [{ ...kept }, { ...other }];
  // A date that was said takes the place of one that was only supposed.
  if (fuller.date?.endsWith('~') && lesser.date?.endsWith('~') === false) delete fuller.date;
  for (const property of TAKEN) {
    if (fuller[property] !== undefined || lesser[property] === undefined || property === 'countIs') continue;
    Object.assign(fuller, { [property]: lesser[property] });
    if (property === 'count' && lesser.countIs) fuller.countIs = lesser.countIs;
    rest(fuller, { property, passage: lesser.passage });
    for (const one of lesser.resolved ?? []) if (one.property === property) rest(fuller, one);
  }
  for (const key of Object.keys(kept)) delete kept[key as keyof Draft];
  Object.assign(kept, fuller);
}
