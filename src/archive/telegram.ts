import { z } from 'zod';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import type { PageElement } from './dom.ts';
import { nestedTooDeeply, parsePage, tooCrowded } from './dom.ts';
import type { PartPage } from './feed.ts';
import { statedDay } from './front-matter.ts';
import { textRuns } from './html-text.ts';
import type { Piece, Stated } from './piece.ts';
import { readPlain } from './plain.ts';
import type { Medium } from './report.ts';

const words = z.union([z.string(), z.looseObject({ text: z.string() })]);
const messageShape = z.looseObject({
  id: z.number(),
  type: z.string(),
  date: z.string().optional(),
  edited: z.string().optional(),
  text: z.union([z.string(), z.array(words)]).optional(),
  forwarded_from: z.string().nullish(),
  photo: z.string().optional(),
  media_type: z.string().optional(),
  duration_seconds: z.number().optional(),
  file: z.string().optional(),
});
const exportShape = z.looseObject({
  name: z.string().nullish(),
  type: z.string(),
  messages: z.array(z.unknown()),
});
type Message = z.infer<typeof messageShape>;

/**
 * The posts of a channel that Telegram's own program exported as JSON (`result.json`).
 *
 * @throws Refused, naming the file, where it is broken, and for the export of an account or a conversation: what people
 * wrote to each other in private is no report.
 */
export function* postsInJson(source: string, work: Work): Generator<PartPage> {
  const channel = exportIn(source, work.address);
  for (const each of channel.messages) {
    work.entry();
    const message = messageShape.safeParse(each).data;
    if (message?.type !== 'message') continue;
    const text = textOf(message);
    const media = mediaOf(message);
    if (text.trim() === '') continue;
    const page = readPlain(text);
    const stated = statedOf(channel.name, message.date, message.edited, message.forwarded_from);
    yield { address: `${work.address}#${message.id}`, page: { pieces: page.pieces, stated, media } };
  }
}

function exportIn(source: string, address: string): z.infer<typeof exportShape> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new Refused(`${address} is JSON that is cut off or damaged: export the channel once more.`, { cause: error });
  }
  const whole = z.looseObject({ chats: z.unknown() }).safeParse(value).data;
  if (whole?.chats !== undefined) {
    throw new Refused(`${address} is the export of a whole account, with private messages: export the one channel.`);
  }
  const channel = exportShape.safeParse(value).data;
  if (!channel) throw new Refused(`${address} is JSON, but no export of a Telegram channel: give the page itself.`);
  if (!/channel/.test(channel.type)) {
    throw new Refused(`${address} is the export of a conversation (${channel.type}) and no channel: it is not read.`);
  }
  return channel;
}

function textOf({ text = '' }: Message): string {
  return typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

function mediaOf({ photo, media_type = '', duration_seconds: seconds, file }: Message): Medium[] {
  const missing = (path: string) => path.startsWith('(') && { missing: true };
  if (photo !== undefined) return [{ kind: 'picture', ...missing(photo) }];
  const kind = /^video/.test(media_type) ? 'video' : /^(?:audio|voice)/.test(media_type) ? 'audio' : null;
  return kind ? [{ kind, ...(seconds !== undefined && { seconds }), ...missing(file ?? '') }] : [];
}

function statedOf(
  publisher: string | null | undefined,
  date: string | undefined,
  edited: string | undefined,
  forwarded: string | null | undefined,
): Stated {
  const published = statedDay(date);
  const modified = statedDay(edited);
  return {
    ...(publisher && { publisher }),
    ...(published && { published }),
    ...(modified && modified !== published && { modified }),
    ...(forwarded && { byline: forwarded }),
  };
}

/** The posts of a channel as a page: `t.me/s/…` as saved from a browser, or `messages.html` of an export. */
export function* postsInHtml(source: string, work: Work): Generator<PartPage> {
  if (nestedTooDeeply(source) || tooCrowded(source)) {
    throw new Refused(`${work.address} has more elements than a page of a person: save a part of it.`);
  }
  const document = parsePage(source);
  const channel = wordsIn(document, '.tgme_channel_info_header_title', '.page_header .text');
  for (const post of document.querySelectorAll('.tgme_widget_message, .history > .message')) {
    work.entry();
    const text = post.querySelector('.tgme_widget_message_text, .body > .text');
    if (!text || /\bservice\b/.test(post.getAttribute('class') ?? '')) continue;
    const pieces = textRuns(text).map((run, paragraph): Piece => ({ text: run.text, paragraph }));
    if (pieces.length === 0) continue;
    const moment =
      post.querySelector('.tgme_widget_message_date time, time[datetime]')?.getAttribute('datetime') ??
      post.querySelector('.date[title]')?.getAttribute('title')?.slice(0, 10);
    const own = wordsIn(post, '.tgme_widget_message_owner_name', '.from_name');
    const forwarded = wordsIn(post, '.tgme_widget_message_forwarded_from_name', '.forwarded.body .from_name');
    const name = post.getAttribute('data-post');
    const address = name && /^\w+\/\d+$/.test(name) ? `https://t.me/${name}` : `${work.address}#${numberOf(post)}`;
    const stated = statedOf(own ?? channel, moment ?? undefined, undefined, forwarded);
    yield { address, page: { pieces, stated, media: shownIn(post) } };
  }
}

function wordsIn(element: PageElement, ...selectors: string[]): string | undefined {
  for (const selector of selectors) {
    const found = element.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim();
    if (found) return found;
  }
  return undefined;
}

function numberOf(post: PageElement): string {
  return /\d+/.exec(post.getAttribute('id') ?? '')?.[0] ?? '0';
}

function shownIn(post: PageElement): Medium[] {
  const media: Medium[] = [];
  for (const _ of post.querySelectorAll('.tgme_widget_message_photo_wrap, .photo_wrap'))
    media.push({ kind: 'picture' });
  for (const video of post.querySelectorAll('.tgme_widget_message_video_player, .video_file_wrap')) {
    const seconds = secondsOf(wordsIn(video, '.message_video_duration', '.video_duration'));
    media.push({ kind: 'video', ...(seconds && { seconds }) });
  }
  for (const voice of post.querySelectorAll('.tgme_widget_message_voice_player, .media_voice_message')) {
    const seconds = secondsOf(wordsIn(voice, '.tgme_widget_message_voice_duration', '.status'));
    media.push({ kind: 'audio', ...(seconds && { seconds }) });
  }
  return media;
}

/** `2:05` is 125 s. */
function secondsOf(clock: string | undefined): number | undefined {
  const parts = /(?:\d{1,2}:)?\d{1,2}:\d{2}/.exec(clock ?? '')?.[0].split(':');
  return parts?.reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
