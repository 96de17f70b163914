import type { Person, PersonId } from '../people/person.ts';
import type { Entry, EntryOf } from './entry.ts';
import { filed, linksIn } from './filed.ts';
import { carryOn } from './known.ts';
import { LayeredMap } from './layered.ts';
import { inOrder, personsFrom } from './persons.ts';
import { pairDecisions } from './second.ts';
import type { DecisionMade, FiledClaim, FiledEdition, FiledReport, RegisterState } from './state.ts';

/**
 * The state after some more entries, made from the state before them: what `rebuild` makes of all of them, without
 * going through all of them. Null where that cannot be told from the entries alone, as where somebody is removed: then
 * it has to be rebuilt.
 *
 * @param added the entries that follow those of the state, in order, none missing.
 */
export function advance(state: RegisterState, added: readonly Entry[]): RegisterState | null {
  const steps = new Steps(state);
  return added.every((entry) => steps.take(entry)) ? steps.state() : null;
}

/**
 * What is looked up to go on from a state, carried along beside it.
 *
 * @example
 * { linked: new Map([['k3vq…', [12, 40]]]), decided: new Map([['k3vq…', [{ number: 31, … }]]]) }
 */
interface Index {
  /** The claims that a link, standing or not, has joined to a person. */
  readonly linked: LayeredMap<PersonId, readonly number[]>;
  /** The decisions on a person rather than on a claim, in order. */
  readonly decided: LayeredMap<PersonId, readonly DecisionMade[]>;
}

const INDEX = new WeakMap<RegisterState, Index>();

/** Notes what a rebuilt state is gone on from, so that it can be advanced. Returns the state. */
export function indexed(state: RegisterState, decisions: readonly DecisionMade[]): RegisterState {
  const linked = new Map<PersonId, readonly number[]>();
  for (const { number, decisions: made } of state.claims.values()) {
    for (const person of new Set(linksIn(made).map((link) => link.person))) push(linked, person, number);
  }
  const decided = new Map<PersonId, readonly DecisionMade[]>();
  for (const made of decisions) if (!('claim' in made.decision)) push(decided, made.decision.person, made);
  INDEX.set(state, { linked: new LayeredMap(linked), decided: new LayeredMap(decided) });
  return state;
}

class Steps {
  readonly #before: RegisterState;
  readonly #index: Index | undefined;
  readonly #reports = new Map<number, FiledReport>();
  readonly #claims = new Map<number, FiledClaim>();
  readonly #editions: FiledEdition[] = [];
  readonly #linked = new Map<PersonId, readonly number[]>();
  readonly #decided = new Map<PersonId, readonly DecisionMade[]>();
  readonly #touched = new Set<PersonId>();
  #size: number;

  constructor(before: RegisterState) {
    this.#before = before;
    this.#index = INDEX.get(before);
    this.#size = before.size;
  }

  /** False where the entry's effect takes a rebuild to be known. */
  take(entry: Entry): boolean {
    if (!this.#index || entry.entered === '' || entry.number !== this.#size) return false;
    this.#size += 1;
    const { number, entered, author } = entry;
    if (entry.kind === 'report' && entry.body !== null) {
      this.#reports.set(number, { number, entered, author, report: entry.body });
      return true;
    }
    if (entry.kind === 'edition' && entry.body !== null) {
      this.#editions.push({ number, entered, edition: entry.body });
      return true;
    }
    if (entry.kind === 'claim') return this.#takeClaim(entry);
    return entry.kind === 'decision' && this.#takeDecision(entry);
  }

  state(): RegisterState {
    const { reports, claims, persons, proposals, editions, removed } = this.#before;
    const nextReports = layered(reports).with(this.#reports);
    const nextClaims = layered(claims).with(this.#claims);
    const order = inOrder(nextClaims);
    const next: RegisterState = {
      size: this.#size,
      reports: nextReports,
      claims: nextClaims,
      persons: layered(persons).with(this.#persons(nextReports, nextClaims), order),
      proposals: this.#proposals(proposals),
      editions: this.#editions.length > 0 ? [...editions, ...this.#editions] : editions,
      removed,
    };
    carryOn(this.#before, next);
    const index = this.#index;
    if (index) {
      INDEX.set(next, { linked: index.linked.with(this.#linked), decided: index.decided.with(this.#decided) });
    }
    return next;
  }

  #takeClaim({ number, body }: EntryOf<'claim'>): boolean {
    if (body === null || !(this.#reports.has(body.report) || this.#before.reports.has(body.report))) return false;
    const { report, ...read } = body;
    this.#file({ number, report, read, decisions: [] });
    return true;
  }

  #takeDecision({ number, entered, author, body }: EntryOf<'decision'>): boolean {
    if (body === null || body.decision === 'remove') return false;
    const made = { number, entered, author, decision: body };
    if ('claim' in body) {
      const claim = this.#claims.get(body.claim) ?? this.#before.claims.get(body.claim);
      if (!claim) return false;
      if (body.decision === 'link') this.#link(body.person, body.claim);
      // Who was meant before may be meant no longer.
      this.#touch(claim);
      this.#file({ ...claim, decisions: [...claim.decisions, made] });
      return true;
    }
    const { person } = body;
    this.#decided.set(person, [...(this.#decided.get(person) ?? this.#index?.decided.get(person) ?? []), made]);
    this.#touched.add(person);
    return true;
  }

  #link(person: PersonId, claim: number): void {
    const claims = this.#linked.get(person) ?? this.#index?.linked.get(person) ?? [];
    if (!claims.includes(claim)) this.#linked.set(person, [...claims, claim]);
  }

  #file({ number, report, read, decisions }: Pick<FiledClaim, 'number' | 'report' | 'read' | 'decisions'>): void {
    const claim = filed({ number, report, read, decisions });
    this.#claims.set(number, claim);
    this.#touch(claim);
  }

  #touch({ mentions }: FiledClaim): void {
    for (const { person } of mentions) if (person !== undefined) this.#touched.add(person);
  }

  #persons(
    reports: ReadonlyMap<number, FiledReport>,
    claims: ReadonlyMap<number, FiledClaim>,
  ): [PersonId, Person | undefined][] {
    return [...this.#touched].map((id) => {
      const linked = this.#linked.get(id) ?? this.#index?.linked.get(id) ?? [];
      const about = linked.toSorted((a, b) => a - b).flatMap((number) => claims.get(number) ?? []);
      return [id, personsFrom(reports, about, () => this.#decisionsOn(id)).get(id)];
    });
  }

  #decisionsOn(person: PersonId): readonly DecisionMade[] {
    return this.#decided.get(person) ?? this.#index?.decided.get(person) ?? [];
  }

  #proposals(before: readonly DecisionMade[]): readonly DecisionMade[] {
    if (this.#decided.size === 0) return before;
    const others = before.filter(({ decision }) => !('person' in decision && this.#decided.has(decision.person)));
    const own = [...this.#decided.values()].flatMap((decisions) => pairDecisions(decisions).proposals);
    return [...others, ...own].sort((left, right) => left.number - right.number);
  }
}

function layered<K, V>(map: ReadonlyMap<K, V>): LayeredMap<K, V> {
  return map instanceof LayeredMap ? map : new LayeredMap(map);
}

function push<T>(lists: Map<PersonId, readonly T[]>, person: PersonId, one: T): void {
  lists.set(person, [...(lists.get(person) ?? []), one]);
}
