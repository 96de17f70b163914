import type { Context, Hono } from 'hono';
import type { Decision } from '../register/entry.ts';
import type { FiledClaim } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { AMENDABLE, amended, changesIn } from './amendment.ts';
import type { Readings } from './claim-page.ts';
import { claimScreen } from './claim-page.ts';
import { decidedSoFar } from './decide-form.ts';
import type { Desk, Draft } from './desk.ts';
import { page } from './page.ts';
import { nextClaim } from './queue.ts';
import { NotFound } from './trouble.ts';
import type { DeskEnv, Visits } from './visit.ts';
import { fieldsOf, sendOn } from './visit.ts';
import { linksChosen, meantIn } from './who-form.ts';

/** What deciding a claim needs from outside: randomness, for the id of a person who was not in the register. */
interface Effects {
  random(bytes: number): Uint8Array;
}

/** A claim beside its report, and the forms that decide it and say who is meant. */
export function addClaimPages(app: Hono<DeskEnv>, desk: Desk, visits: Visits, effects: Effects): void {
  const { words, register } = desk;
  const show = async (c: Context<DeskEnv>, filed: FiledClaim, draft: Draft | null) => {
    const visitor = visits.visitor(c);
    const screen = claimScreen(desk, visitor, filed, await readingsOf(filed, desk), draft);
    return c.html(page(screen, desk, visitor), draft === null ? 200 : 422);
  };
  /** Does what a form asks; where it cannot be done, shows the form again as it was filled in. */
  const act = async (
    c: Context<DeskEnv>,
    work: (filed: FiledClaim, author: string, fields: URLSearchParams) => Promise<string>,
  ) => {
    const fields = await fieldsOf(c, desk);
    const filed = claimOf(c.req.param('number'), desk);
    try {
      const author = visits.author(c, fields, desk);
      visits.notice(c, await work(filed, author, fields));
      const after = fields.get('decision') === null ? filed.number : nextClaim(register.state(), filed.number, author);
      return sendOn(c, after === undefined ? '/' : `/claim/${after}#passage`);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return show(c, claimOf(c.req.param('number'), desk), { fields, trouble: error.message });
    }
  };
  app.get('/claim/:number', (c) => show(c, claimOf(c.req.param('number'), desk), null));
  app.post('/claim/:number/decide', (c) =>
    act(c, async (filed, author, fields) => {
      refuseIfOvertaken(filed, fields, desk);
      const decisions = decisionsIn(filed, fields, desk, effects);
      await register.decide(author, decisions);
      return whatCameOf(filed.number, decisions, desk);
    }),
  );
  app.post('/claim/:number/link', (c) =>
    act(c, async (filed, author, fields) => {
      const { name, person } = meantIn(fields, effects, words);
      await register.decide(author, [
        { decision: 'link', claim: filed.number, name, person, verdict: 'same', reason: reasonIn(fields, desk) },
      ]);
      return words.say('done.link');
    }),
  );
  app.post('/claim/:number/unlink', (c) =>
    act(c, async (filed, author, fields) => {
      const [name, person] = [fields.get('mention') ?? '', fields.get('person') ?? ''];
      await register.decide(author, [
        { decision: 'unlink', claim: filed.number, name, person, reason: reasonIn(fields, desk) },
      ]);
      return words.say('done.unlink');
    }),
  );
}

/** The reason a form gives. Throws `Refused` where there is none. */
export function reasonIn(fields: URLSearchParams, { words }: Desk): string {
  const reason = (fields.get('reason') ?? '').replace(/\r\n/g, '\n').trim();
  if (reason === '') throw new Refused(words.say('trouble.no-reason'));
  return reason;
}

/** A claim by the number in an address. Throws `NotFound` where there is none. */
export function claimOf(number: string | undefined, { register, words }: Desk): FiledClaim {
  const claim = /^\d{1,9}$/.test(number ?? '') ? register.state().claims.get(Number(number)) : undefined;
  if (!claim) throw new NotFound(words.say('trouble.no-claim', { number: number ?? '' }));
  return claim;
}

// The form holds every field of the claim: sent after a colleague's amendment, it would quietly take that back.
function refuseIfOvertaken(filed: FiledClaim, fields: URLSearchParams, { words }: Desk): void {
  const seen = fields.get('seen');
  if (seen === null || seen === decidedSoFar(filed)) return;
  for (const property of AMENDABLE) fields.delete(property);
  throw new Refused(words.say('trouble.overtaken'));
}

function decisionsIn(filed: FiledClaim, fields: URLSearchParams, desk: Desk, effects: Effects): readonly Decision[] {
  const { words } = desk;
  const reason = reasonIn(fields, desk);
  const wish = fields.get('decision');
  if (wish === 'refuse') return [{ decision: 'refuse', claim: filed.number, reason }];
  if (wish !== 'accept' && wish !== 'amend') throw new Refused(words.say('trouble.no-decision'));
  const changes = changesIn(fields, filed.claim, words);
  const changed = Object.keys(changes).length > 0;
  if (wish === 'amend' && !changed) throw new Refused(words.say('trouble.nothing-changed'));
  const now = amended(filed.claim, changes);
  const decision: Decision = changed
    ? { decision: 'amend', claim: filed.number, amended: now, reason }
    : { decision: 'accept', claim: filed.number, reason };
  const links = linksChosen(fields, now, effects).map(
    ({ name, person }): Decision => ({ decision: 'link', claim: filed.number, name, person, verdict: 'same', reason }),
  );
  return [decision, ...links];
}

function whatCameOf(number: number, [first]: readonly Decision[], { register, words }: Desk): string {
  const after = register.state().claims.get(number);
  if (first?.decision === 'refuse') return words.say('done.refuse', { number: String(number) });
  const key = after?.status === 'waiting for a second' ? 'second' : first?.decision === 'amend' ? 'amend' : 'accept';
  const done = words.say(`done.${key}`, { number: String(number) });
  const open = (after?.mentions ?? []).filter(({ person }) => person === undefined).map(({ name }) => name);
  return open.length === 0 ? done : `${done} ${words.say('done.left-open', { names: words.list(open) })}`;
}

async function readingsOf({ report }: FiledClaim, { register }: Desk): Promise<Readings> {
  const { reports } = register.state();
  const reading = async (number: number | undefined) =>
    number !== undefined && reports.has(number) ? register.report(number) : null;
  return { report: await reading(report), before: await reading(reports.get(report)?.report.again) };
}
