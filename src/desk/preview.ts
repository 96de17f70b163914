import type { Hono } from 'hono';
import type { StoryFile } from '../site/edition.ts';
import { previewFiles } from '../site/publish.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Desk } from './desk.ts';
import { PREVIEW_POLICY } from './guard.ts';
import { NotFound } from './trouble.ts';
import type { DeskEnv } from './visit.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  opus: 'audio/ogg',
  mp3: 'audio/mpeg',
};

interface Previewed {
  readonly stories: readonly StoryFile[];
  /** The day it speaks of as today, where it is another. */
  readonly on: Day | undefined;
}

/** Shows the site as it would be published today, made again where the register has grown. */
export function addPreview(app: Hono<DeskEnv>, desk: Desk, previewed: Previewed): void {
  const files = previewOf(desk, previewed);
  app.get('/site', (c) => c.redirect('/site/', 302));
  app.get('/site/*', async (c) => {
    const path = decoded(c.req.path).slice('/site/'.length);
    const edition = await files();
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const bytes = edition.get(file);
    if (bytes) {
      const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-security-policy': PREVIEW_POLICY });
    }
    if (edition.has(`${file}/index.html`)) return c.redirect(`${c.req.path}/`, 302);
    throw new NotFound(desk.words.say('trouble.not-found'));
  });
}

function previewOf(
  { register, clock }: Desk,
  { stories, on: stated }: Previewed,
): () => Promise<ReadonlyMap<string, Uint8Array>> {
  let made: { readonly key: string; readonly files: Promise<ReadonlyMap<string, Uint8Array>> } | null = null;
  return () => {
    const on = stated ?? dayOf(clock.now());
    const key = `${register.size} ${on}`;
    if (made?.key !== key) {
      const files = Promise.resolve().then(() => previewFiles(register, on, stories));
      made = { key, files };
      // A failure is not kept: the next request tries again.
      files.catch(() => {
        made = null;
      });
    }
    return made.files;
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
