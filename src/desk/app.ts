import type { Context } from 'hono';
import { Hono } from 'hono';
import type { StoryFile } from '../site/edition.ts';
import type { Language } from '../site/wording.ts';
import { Refused } from '../text/refusal.ts';
import type { Clock } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { addApi } from './api.ts';
import { addClaimPages } from './claim-routes.ts';
import type { Desk, Visitor } from './desk.ts';
import { boundedBody, isApi, ownHostOnly, ownPagesOnly, safeHeaders } from './guard.ts';
import { KEYS } from './keys.ts';
import { chooseLanguage, languageOf, ownAddress } from './language.ts';
import { page } from './page.ts';
import { addPersonPages } from './person-routes.ts';
import { addPlacePages } from './place-routes.ts';
import { addPreview } from './preview.ts';
import type { DeskRegister } from './register.ts';
import { ICON, STYLE } from './style.ts';
import { NotFound, troubleScreen, WrongRequest } from './trouble.ts';
import type { DeskEnv } from './visit.ts';
import { fieldsOf, sendOn, Visits } from './visit.ts';
import { deskWords } from './words.ts';

/** How a desk is set up. */
export interface DeskOptions {
  /** The names it answers to, as a browser writes them: `127.0.0.1:4173`. */
  readonly hosts: readonly string[];
  /** For browsers that ask for none the desk has. Default: English. */
  readonly language?: Language;
  /** What the preview of the site tells beside the register. Default: none. */
  readonly stories?: readonly StoryFile[];
  /** The day the preview speaks of as today. Default: today. */
  readonly previewOn?: Day;
}

/** Everything outside that the desk may touch. */
export interface DeskEffects {
  readonly clock: Clock;
  random(bytes: number): Uint8Array;
  /** Told of what should not have happened, for whoever runs the desk. */
  fault(error: unknown): void;
}

/**
 * The desk as a web application: screens at `/`, the API at `/api`, a preview of the site at `/site/`.
 *
 * Every request passes the same door: an own Host, an own page where something changes, a bounded body. Behind it the
 * screens stand once in each language; the API speaks English.
 */
export function deskApp(register: DeskRegister, options: DeskOptions, effects: DeskEffects): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const visits = new Visits(effects);
  const deskIn = (language: Language): Desk => ({ register, words: deskWords(language), clock: effects.clock });
  const desks: Readonly<Record<Language, Desk>> = { en: deskIn('en'), be: deskIn('be') };
  const languageAt = (c: Context) => languageOf(c, options.language ?? 'en');
  const tell: Tell = (c, status, key) =>
    answerTrouble(c, status, desks[languageAt(c)].words.say(key), desks[languageAt(c)], visits);
  app.use(safeHeaders());
  app.use(ownHostOnly(new Set(options.hosts), (c) => c.text(desks.en.words.say('trouble.host'), 403)));
  app.use(ownPagesOnly((c) => tell(c, 403, 'trouble.origin')));
  app.use(boundedBody((c) => tell(c, 413, 'trouble.too-long')));
  app.get('/desk.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/desk.js', (c) => c.body(KEYS, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/desk.svg', (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml' }));
  app.post('/language', async (c) => {
    const fields = await fieldsOf(c, desks[languageAt(c)]);
    chooseLanguage(c, fields.get('language'));
    return sendOn(c, ownAddress(fields.get('to')));
  });
  addApi(app, desks.en, effects);
  addPreview(app, desks.en, { stories: options.stories ?? [], on: options.previewOn });
  const screens = { en: screensOf(desks.en, visits, effects), be: screensOf(desks.be, visits, effects) };
  app.all('*', (c) => (isApi(c) ? tell(c, 404, 'trouble.not-found') : screens[languageAt(c)].fetch(c.req.raw)));
  app.onError((error, c) => answerError(error, c, desks[languageAt(c)], visits, effects));
  return app;
}

type Status = 400 | 403 | 404 | 413 | 415 | 422 | 500;
type Tell = (c: Context, status: Status, key: string) => Response | Promise<Response>;

/** The screens in one language, and the forms on them. */
function screensOf(desk: Desk, visits: Visits, effects: DeskEffects): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  addPlacePages(app, desk, visits);
  addClaimPages(app, desk, visits, effects);
  addPersonPages(app, desk, visits);
  app.notFound((c) => answerTrouble(c, 404, desk.words.say('trouble.not-found'), desk, visits));
  app.onError((error, c) => answerError(error, c, desk, visits, effects));
  return app;
}

function answerError(error: Error, c: Context, desk: Desk, visits: Visits, effects: DeskEffects) {
  if (error instanceof Refused) return answerTrouble(c, 422, error.message, desk, visits);
  if (error instanceof NotFound) return answerTrouble(c, 404, error.message, desk, visits);
  if (error instanceof WrongRequest) return answerTrouble(c, error.status, error.message, desk, visits);
  effects.fault(error);
  return answerTrouble(c, 500, desk.words.say('trouble.broken'), desk, visits);
}

function answerTrouble(c: Context, status: Status, sentence: string, desk: Desk, visits: Visits) {
  if (isApi(c)) return c.json({ error: sentence }, status);
  // Whoever is turned away at the door is told nothing of who sits at this browser.
  const visitor = status === 403 ? STRANGER : visits.visitor(c);
  return c.html(page(troubleScreen(desk, sentence), desk, visitor), status);
}

const STRANGER: Visitor = { name: undefined, notice: undefined, at: '/' };
