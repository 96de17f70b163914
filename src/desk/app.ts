import { Hono } from 'hono';
import type { StoryFile } from '../site/edition.ts';
import type { Language } from '../site/wording.ts';
import { Refused } from '../text/refusal.ts';
import type { Clock } from '../time/clock.ts';
import { addApi } from './api.ts';
import { addClaimPages } from './claim-routes.ts';
import type { Desk, Visitor } from './desk.ts';
import { boundedBody, isApi, ownHostOnly, ownPagesOnly, safeHeaders } from './guard.ts';
import { KEYS } from './keys.ts';
import { page } from './page.ts';
import { addPersonPages } from './person-routes.ts';
import { addPlacePages } from './place-routes.ts';
import { addPreview } from './preview.ts';
import type { DeskRegister } from './register.ts';
import { ICON, STYLE } from './style.ts';
import { NotFound, troubleScreen, WrongRequest } from './trouble.ts';
import type { DeskEnv } from './visit.ts';
import { Visits } from './visit.ts';
import { deskWords } from './words.ts';

/** How a desk is set up. */
export interface DeskOptions {
  /** The names it answers to, as a browser writes them: `127.0.0.1:4173`. */
  readonly hosts: readonly string[];
  /** Default: English. */
  readonly language?: Language;
  /** What the preview of the site tells beside the register. Default: none. */
  readonly stories?: readonly StoryFile[];
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
 * Every request passes the same door: an own Host, an own page where something changes, a bounded body.
 */
export function deskApp(register: DeskRegister, options: DeskOptions, effects: DeskEffects): Hono<DeskEnv> {
  const words = deskWords(options.language ?? 'en');
  const desk: Desk = { register, words, clock: effects.clock };
  const visits = new Visits(effects);
  const app = new Hono<DeskEnv>();
  const tell = (c: Parameters<typeof isApi>[0], status: 400 | 403 | 404 | 413 | 415 | 422 | 500, sentence: string) => {
    if (isApi(c)) return c.json({ error: sentence }, status);
    const stranger: Visitor = { name: undefined, notice: undefined };
    return c.html(page(troubleScreen(desk, sentence), desk, status === 403 ? stranger : visits.visitor(c)), status);
  };
  app.use(safeHeaders());
  app.use(ownHostOnly(new Set(options.hosts), (c) => c.text(words.say('trouble.host'), 403)));
  app.use(ownPagesOnly((c) => tell(c, 403, words.say('trouble.origin'))));
  app.use(boundedBody((c) => tell(c, 413, words.say('trouble.too-long'))));
  app.get('/desk.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/desk.js', (c) => c.body(KEYS, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/desk.svg', (c) => c.body(ICON, 200, { 'content-type': 'image/svg+xml' }));
  addPlacePages(app, desk, visits);
  addClaimPages(app, desk, visits, effects);
  addPersonPages(app, desk, visits);
  addApi(app, desk, effects);
  addPreview(app, desk, options.stories ?? []);
  app.notFound((c) => tell(c, 404, words.say('trouble.not-found')));
  app.onError((error, c) => {
    if (error instanceof Refused) return tell(c, 422, error.message);
    if (error instanceof NotFound) return tell(c, 404, error.message);
    if (error instanceof WrongRequest) return tell(c, error.status, error.message);
    effects.fault(error);
    return tell(c, 500, words.say('trouble.broken'));
  });
  return app;
}
