import type { Context, Hono } from 'hono';
import type { Person } from '../people/person.ts';
import type { Decision } from '../register/entry.ts';
import { Refused } from '../text/refusal.ts';
import { isEdtf } from '../time/edtf.ts';
import { reasonIn } from './claim-routes.ts';
import type { Desk, Draft } from './desk.ts';
import { page } from './page.ts';
import { PERSON_DECISIONS } from './person-forms.ts';
import { personScreen } from './person-page.ts';
import { NotFound } from './trouble.ts';
import type { DeskEnv, Visits } from './visit.ts';
import { fieldsOf, sendOn } from './visit.ts';

/** A person's page, and the forms that decide about them. */
export function addPersonPages(app: Hono<DeskEnv>, desk: Desk, visits: Visits): void {
  const { register, words } = desk;
  const show = (c: Context<DeskEnv>, person: Person, draft: Draft | null) => {
    const visitor = visits.visitor(c);
    return c.html(page(personScreen(desk, visitor, person, draft), desk, visitor), draft === null ? 200 : 422);
  };
  /** Enters what a form asks; where it may not be entered, shows the form again as it was filled in. */
  const act = async (c: Context<DeskEnv>, decisionIn: (fields: URLSearchParams, person: Person) => Decision) => {
    const person = personOf(c.req.param('id'), desk);
    const fields = await fieldsOf(c, desk);
    try {
      const author = visits.author(c, fields, desk);
      const waited = register.state().proposals.length;
      await register.decide(author, [decisionIn(fields, person)]);
      const state = register.state();
      visits.notice(c, words.say(state.proposals.length > waited ? 'done.proposal' : 'done.person'));
      // After a removal there is no page to go back to.
      return sendOn(c, state.persons.has(person.id) ? `/person/${person.id}` : '/');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return show(c, personOf(c.req.param('id'), desk), { fields, trouble: error.message });
    }
  };
  app.get('/person/:id', (c) => show(c, personOf(c.req.param('id'), desk), null));
  app.post('/person/:id/decide', (c) => act(c, (fields, person) => decisionIn(fields, person, desk)));
  app.post('/person/:id/agree', (c) => act(c, (fields, person) => agreementIn(fields, person, desk)));
}

/** A person by the id in an address. Throws `NotFound` where there is none. */
function personOf(id: string | undefined, { register, words }: Desk): Person {
  const person = id === undefined ? undefined : register.state().persons.get(id);
  if (!person) throw new NotFound(words.say('trouble.no-person', { id: id ?? '' }));
  return person;
}

function decisionIn(fields: URLSearchParams, { id: person }: Person, desk: Desk): Decision {
  const { words } = desk;
  const reason = reasonIn(fields, desk);
  const decision = PERSON_DECISIONS.find((one) => one === fields.get('decision'));
  switch (decision) {
    case undefined:
      throw new Refused(words.say('trouble.no-decision'));
    case 'recognise':
    case 'withdraw recognition': {
      const [by, date] = [(fields.get('by') ?? '').trim(), (fields.get('date') ?? '').trim()];
      if (by === '')
        throw new Refused(
          words.say('trouble.field', { field: words.say('person.by'), why: words.say('trouble.organisation') }),
        );
      if (!isEdtf(date))
        throw new Refused(
          words.say('trouble.field', { field: words.say('person.date'), why: words.say('trouble.edtf') }),
        );
      return { decision, person, by, date, reason };
    }
    case 'describe': {
      const sex = fields.get('sex');
      if (sex === 'female' || sex === 'male') return { decision, person, sex, reason };
      throw new Refused(words.say('trouble.field', { field: words.say('person.sex'), why: words.say('trouble.sex') }));
    }
    default:
      return { decision, person, reason };
  }
}

/** What somebody else proposed about this person, decided again by another. */
function agreementIn(fields: URLSearchParams, { id }: Person, desk: Desk): Decision {
  const reason = reasonIn(fields, desk);
  const proposal = desk.register
    .state()
    .proposals.find(
      ({ number, decision }) =>
        String(number) === fields.get('proposal') && 'person' in decision && decision.person === id,
    );
  if (!proposal) throw new Refused(desk.words.say('trouble.no-proposal'));
  return { ...proposal.decision, reason };
}
