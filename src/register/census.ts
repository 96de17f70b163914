import type { Person, PersonId } from '../people/person.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Bits } from './bits.ts';
import { bitsFor, inAll, inAny, put, without } from './bits.ts';
import type { Known, PlainCondition } from './conditions.ts';
import { timelineFor } from './conditions.ts';
import type { Told } from './events.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Condition } from './question.ts';
import { lifeOf } from './standing.ts';
import type { FiledClaim, FiledReport, RegisterState } from './state.ts';
import type { Timeline } from './timeline.ts';
import type { Graded } from './track.ts';
import { numbersOf, Track } from './track.ts';

/**
 * Everybody in a state of the register, laid out to be counted: each plain condition that is asked about becomes a
 * track the first time, and what follows from several is made of their sets.
 *
 * @example
 * censusOf(state).numbers({ all: [{ held: true }, { sex: 'female' }] }, '2025-12-20') // { certain: 199, possible: 4 }
 */
export class Census {
  readonly #known: readonly Known[];
  readonly #nobody: Bits;
  readonly #everybody: Bits;
  readonly #tracks = new Map<string, Track>();

  constructor(known: readonly Known[]) {
    this.#known = known;
    this.#nobody = bitsFor(known.length);
    this.#everybody = bitsFor(known.length);
    for (let at = 0; at < known.length; at += 1) put(this.#everybody, at);
  }

  /** Everybody, in the register's order, by which sets of persons go. */
  person(at: number): Person | undefined {
    return this.#known[at]?.person;
  }

  /** Of whom a condition is so on a day. The sets must not be changed. */
  graded(condition: Condition, day: Day): Graded {
    if ('all' in condition) return this.#all(condition.all, day);
    if ('any' in condition) {
      const some = condition.any.map((one) => this.graded(one, day));
      return {
        certain: inAny([this.#nobody, ...some.map((one) => one.certain)]),
        maybe: inAny([this.#nobody, ...some.map((one) => one.maybe)]),
      };
    }
    if ('not' in condition) {
      const { certain, maybe } = this.graded(condition.not, day);
      return { certain: without(this.#everybody, maybe), maybe: without(this.#everybody, certain) };
    }
    return this.#track(condition).on(day);
  }

  /** Of how many a condition is so on a day. */
  numbers(condition: Condition, day: Day): { readonly certain: number; readonly possible: number } {
    const only = 'all' in condition && condition.all.length === 1 ? condition.all[0] : condition;
    if (only && isPlain(only)) return this.#track(only).numbersOn(day);
    return numbersOf(this.graded(condition, day));
  }

  #all(conditions: readonly Condition[], day: Day): Graded {
    const every = conditions.map((one) => this.graded(one, day));
    return {
      certain: inAll([this.#everybody, ...every.map((one) => one.certain)]),
      maybe: inAll([this.#everybody, ...every.map((one) => one.maybe)]),
    };
  }

  #track(condition: PlainCondition): Track {
    const key = keyOf(condition);
    let track = this.#tracks.get(key);
    if (!track) {
      track = new Track(this.#known.map((known) => timelineOfPerson(known, condition, key)));
      this.#tracks.set(key, track);
    }
    return track;
  }
}

const CENSUSES = new WeakMap<RegisterState, Census>();

/** The census of a state, made once. */
export function censusOf(state: RegisterState): Census {
  let census = CENSUSES.get(state);
  if (!census) {
    census = new Census([...state.persons.values()].map((person) => knownOf(state, person)));
    CENSUSES.set(state, census);
  }
  return census;
}

/** What is known of a person in a state of the register; null where the register does not know them. */
export function knownIn(state: RegisterState, id: PersonId): Known | null {
  const person = state.persons.get(id);
  return person ? knownOf(state, person) : null;
}

function isPlain(condition: Condition): condition is PlainCondition {
  return !('all' in condition || 'any' in condition || 'not' in condition);
}

function keyOf(condition: PlainCondition): string {
  if ('recognisedBy' in condition) return `by ${canonicalOrganisation(condition.recognisedBy)}`;
  return JSON.stringify(condition);
}

// Most persons stay as they are from one state to the next, so what is known of them is kept as long as every claim and
// report that it was read from is still the same.
const READ = new WeakMap<Person, { readonly from: readonly From[]; readonly known: Known }>();
const TIMELINES = new WeakMap<Known, Map<string, Timeline>>();

interface From {
  readonly filed: FiledClaim;
  readonly report: FiledReport;
}

function knownOf(state: RegisterState, person: Person): Known {
  const from = person.claims.flatMap((number): From[] => {
    const filed = state.claims.get(number);
    const report = filed && state.reports.get(filed.report);
    return filed && report ? [{ filed, report }] : [];
  });
  const before = READ.get(person);
  const isSame = (one: From, at: number) => one.filed === from[at]?.filed && one.report === from[at]?.report;
  if (before && before.from.length === from.length && before.from.every(isSame)) return before.known;
  const told = from.flatMap((one) => toldOf(one, person.id));
  const known = { person, told, life: lifeOf(told) };
  READ.set(person, { from, known });
  return known;
}

// A claim whose speaker the person is says nothing of what happened to them.
function toldOf({ filed, report }: From, id: PersonId): Told[] {
  const isAbout = filed.mentions.some(
    ({ name, person, verdict }) => person === id && verdict === 'same' && filed.claim.persons?.includes(name),
  );
  const by = report.report.published ?? dayOf(report.entered);
  return isAbout ? [{ number: filed.number, claim: filed.claim, by }] : [];
}

function timelineOfPerson(known: Known, condition: PlainCondition, key: string): Timeline {
  const own = TIMELINES.get(known) ?? new Map<string, Timeline>();
  TIMELINES.set(known, own);
  const timeline = own.get(key) ?? timelineFor(condition, known);
  own.set(key, timeline);
  return timeline;
}
