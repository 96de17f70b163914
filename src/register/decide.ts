import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../claims/claim.ts';
import { faultIn } from '../claims/evidence.ts';
import type { Description, Person, PersonId, Verdict } from '../people/person.ts';
import { Refused } from '../text/refusal.ts';
import { isEdtf } from '../time/edtf.ts';
import type { Decision } from './entry.ts';
import { canonicalOrganisation } from './organisations.ts';
import { secondNamed } from './reader.ts';
import type { PairedDecision } from './second.ts';
import { isSameAuthor, pairKey, settle } from './second.ts';
import { BODY_SHAPES } from './shapes.ts';
import type { FiledClaim, RegisterState } from './state.ts';

/**
 * Checks that somebody may decide this now. What it lets through, `rebuild` understands.
 *
 * @param reading text of the claim's report; needed for an amendment, whose passages must stand in it.
 * @throws Refused, in one sentence, where the decision has no author or reason, its author is no person, is on something the register does not
 *   have, changes nothing, or would make one person both of the two who must decide.
 */
export function checkDecision(state: RegisterState, author: string, decision: Decision, reading?: string): void {
  if (author.trim() === '') throw new Refused('A decision needs its author: say who decides.');
  if (secondNamed(author) !== null) {
    throw new Refused(`${author.trim()} is a machine, and machines decide nothing: say which person decides.`);
  }
  if (decision.reason.trim() === '') throw new Refused('A decision needs a reason: say why in a few words.');
  const shape = BODY_SHAPES.decision.safeParse(decision);
  switch (decision.decision) {
    case 'accept':
      checkAcceptance(claimOf(state, decision.claim), author);
      break;
    case 'refuse':
      if (claimOf(state, decision.claim).status === 'refused') {
        throw new Refused(`Claim ${decision.claim} has been refused already.`);
      }
      break;
    case 'amend':
      checkAmendment(claimOf(state, decision.claim), decision.amended, reading);
      break;
    case 'link':
    case 'unlink':
      checkLink(state, decision);
      break;
    case 'describe':
      checkDescription(personOf(state, decision.person), decision);
      break;
    default:
      checkPaired(state, author, decision);
  }
  const issue = shape.error?.issues[0];
  if (issue) throw new Refused(`The decision cannot be kept: ${issue.path.join('.')} is not right (${issue.message}).`);
}

function checkDescription(person: Person, stated: Description): void {
  if (stated.born !== undefined && !isEdtf(stated.born)) {
    throw new Refused(`"${stated.born}" is no date of birth: write the day, month or year, as in 1982-04-24 or 1982.`);
  }
  const all = [stated.sex, stated.born, stated.occupation, stated.region];
  const before = [person.sex, person.born, person.occupation, person.region];
  if (all.every((one) => one === undefined)) {
    throw new Refused(`Nothing is stated of person ${person.id}: state sex, date of birth, occupation or region.`);
  }
  if (all.every((one, i) => one === undefined || one === before[i])) {
    throw new Refused(`Person ${person.id} is described as ${all.filter((one) => one).join(', ')} already.`);
  }
}

function checkAcceptance({ number, read, status, decisions }: FiledClaim, author: string): void {
  if (status === 'accepted') throw new Refused(`Claim ${number} has been accepted already.`);
  const { claim, acceptedBy } = settle(read, decisions);
  const earlier = acceptedBy.find((other) => isSameAuthor(other, author));
  if (earlier === undefined) return;
  throw new Refused(
    `Accepting that somebody ${DONE[claim.kind]} needs a second person: ${earlier} has already accepted it.`,
  );
}

const DONE: { readonly [kind: string]: string } = { recognised: 'was recognised', died: 'died' };

function checkAmendment({ number, claim }: FiledClaim, amended: Claim, reading: string | undefined): void {
  if (reading === undefined) throw new RangeError('an amendment is checked against the text of its report');
  const fault = faultIn(amended, reading);
  if (fault !== null) throw new Refused(`The amendment of claim ${number} cannot be made: ${fault}.`);
  if (isDeepStrictEqual(claim, amended)) {
    throw new Refused(`The amendment of claim ${number} changes nothing: accept or refuse the claim as it is.`);
  }
}

function checkLink(state: RegisterState, decision: Extract<Decision, { decision: 'link' | 'unlink' }>): void {
  const { number, mentions, decisions } = claimOf(state, decision.claim);
  const { name, person } = decision;
  const mention = mentions.find((one) => one.name === name);
  if (!mention) {
    const names = mentions.map((one) => one.name).join(', ');
    throw new Refused(
      `Claim ${number} does not name ${name}: ${names === '' ? 'it names nobody' : `it names ${names}`}.`,
    );
  }
  const standing: Verdict[] = [];
  for (const { decision: one } of decisions) {
    if (!('name' in one) || one.name !== name || one.person !== person) continue;
    if (one.decision === 'link') standing.push(one.verdict);
    else standing.pop();
  }
  if (decision.decision === 'unlink') {
    if (standing.length > 0) return;
    throw new Refused(`${name} in claim ${number} is not linked to person ${person}: there is nothing to take back.`);
  }
  if (standing.at(-1) === decision.verdict) {
    throw new Refused(`${name} in claim ${number} is linked to person ${person} as ${decision.verdict} already.`);
  }
  // `same` may name a person for the first time; a doubt or a difference needs somebody to be compared with.
  if (decision.verdict !== 'same' && !isKnown(state, person)) personOf(state, person);
}

function checkPaired(state: RegisterState, author: string, decision: PairedDecision): void {
  const person = personOf(state, decision.person);
  const what = WHAT[decision.decision];
  if ('by' in decision) {
    if (decision.by.trim() === '') throw new Refused(`${what} needs the organisation that decided it: say by whom.`);
    if (!isEdtf(decision.date)) {
      throw new Refused(
        `"${decision.date}" is no date: write the day, month or year of ${what.toLowerCase()}, as in 2025-12-20, 2025-12 or 2025.`,
      );
    }
    const by = canonicalOrganisation(decision.by);
    const withdrawn = decision.decision === 'withdraw recognition';
    const own = person.recognitions.filter((one) => one.by === by);
    if (own.some((one) => one.date === decision.date && one.withdrawn === withdrawn)) {
      throw new Refused(`${what} of ${decision.person} by ${by} on ${decision.date} stands in the register already.`);
    }
    if (withdrawn && !own.some((one) => !one.withdrawn)) {
      throw new Refused(`${by} has not recognised person ${decision.person}: there is nothing to withdraw.`);
    }
  }
  if (decision.decision === 'withhold' && person.withheld) {
    throw new Refused(`Person ${decision.person} is withheld already.`);
  }
  if (decision.decision === 'show again' && !person.withheld) {
    throw new Refused(`Person ${decision.person} is not withheld: there is nothing to show again.`);
  }
  const key = pairKey(decision);
  const earlier = state.proposals.find(
    (one) =>
      'person' in one.decision && isSameAuthor(one.author, author) && pairKey(one.decision as PairedDecision) === key,
  );
  if (earlier) throw new Refused(`${what} needs a second person: ${earlier.author} has already decided it.`);
}

const WHAT: { readonly [K in PairedDecision['decision']]: string } = {
  recognise: 'Recognition',
  'withdraw recognition': 'Withdrawing recognition',
  withhold: 'Withholding',
  'show again': 'Showing again',
  remove: 'Removal',
};

function claimOf(state: RegisterState, number: number): FiledClaim {
  const claim = state.claims.get(number);
  if (!claim)
    throw new Refused(`There is no claim ${number} in the register: unforgotten review lists those that wait.`);
  return claim;
}

function personOf(state: RegisterState, id: PersonId): Person {
  const person = state.persons.get(id);
  if (!person)
    throw new Refused(`There is no person ${id} in the register: unforgotten find looks a person up by name.`);
  return person;
}

function isKnown(state: RegisterState, id: PersonId): boolean {
  return (
    state.persons.has(id) || [...state.claims.values()].some((claim) => claim.mentions.some((one) => one.person === id))
  );
}
