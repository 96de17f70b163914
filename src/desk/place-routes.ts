import type { Hono } from 'hono';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import { authorFrom } from './author.ts';
import type { Asked } from './count-answer.ts';
import { questionIn } from './count-answer.ts';
import { countScreen } from './count-page.ts';
import { decidedScreen } from './decided-page.ts';
import type { Desk } from './desk.ts';
import { nameScreen } from './name-page.ts';
import { page } from './page.ts';
import { queueScreen } from './queue-page.ts';
import { CountQuery, checked } from './shapes.ts';
import type { DeskEnv, Visits } from './visit.ts';
import { fieldsOf, sendOn } from './visit.ts';

/** The desk's places: what waits, what was decided, the count, and who decides. */
export function addPlacePages(app: Hono<DeskEnv>, desk: Desk, visits: Visits): void {
  const { words } = desk;
  app.get('/', (c) => {
    const visitor = visits.visitor(c);
    return c.html(page(queueScreen(desk, visitor, wholeNumber(c.req.query('from')) ?? 0), desk, visitor));
  });
  app.get('/claims/decided', (c) =>
    c.html(page(decidedScreen(desk, wholeNumber(c.req.query('before'))), desk, visits.visitor(c))),
  );
  app.get('/count', (c) => {
    const { asked, trouble } = askedOf(c.req.query(), desk);
    return c.html(page(countScreen(desk, asked, trouble), desk, visits.visitor(c)), trouble === undefined ? 200 : 422);
  });
  app.get('/name', (c) => {
    const visitor = visits.visitor(c);
    return c.html(page(nameScreen(desk, visitor, null), desk, visitor));
  });
  app.post('/name', async (c) => {
    const fields = await fieldsOf(c, desk);
    try {
      const name = authorFrom(fields.get('name') ?? '', desk.register);
      visits.begin(c, name);
      visits.notice(c, words.say('done.name', { name }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const visitor = visits.visitor(c);
      return c.html(page(nameScreen(desk, visitor, { fields, trouble: error.message }), desk, visitor), 422);
    }
    return sendOn(c, '/');
  });
}

// A question that cannot be asked is shown again as it was typed, with what is wrong; an empty one asks about today.
function askedOf(query: Readonly<Record<string, string>>, desk: Desk): { asked: Asked; trouble?: string } {
  const today = dayOf(desk.clock.now());
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value.trim() !== ''));
  try {
    return { asked: questionIn(checked(CountQuery, { on: today, ...given }), desk) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const asked: Asked = {
      question: { heldOn: given.on ?? today, ...(given.by && { by: given.by }) },
      known: given.known,
    };
    return { asked, trouble: error.message };
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
