import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { storyPath } from './paths.ts';
import type { Setting } from './setting.ts';
import type { Story } from './story.ts';
import { storyBody } from './story-body.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/**
 * The page of a story.
 *
 * @param languages the languages this story is told in.
 * @throws Refused where something in it cannot be bound.
 */
export function storyPage(view: View, words: Wording, story: Story, languages: readonly string[]): Page {
  const { head } = story;
  const path = storyPath(words.language, head.slug);
  const setting: Setting = { view, words, path };
  return {
    path,
    title: words.say('story.title', { day: words.day(head.published) }),
    alternate: (language) => (languages.includes(language) ? storyPath(language, head.slug) : null),
    main: html`${breaking(setting, story)}<h1>${head.title}</h1>
<p class="lead">${head.standfirst}</p>
<p class="small">${words.say('story.by', { byline: head.byline })} · ${words.say('story.published', { day: words.day(head.published) })}</p>
${(head.updated ?? []).map(({ on, why }) => html`<p class="small">${words.say('story.updated', { day: words.day(on), why })}</p>`)}
<div class="prose">${head.dateline === undefined ? null : html`<p class="over">${head.dateline}</p>`}
${storyBody(setting, story)}</div>
<p class="small">${words.say('story.bound')}</p>`,
  };
}

// Breaking until its day is over: a mark that outlives the news is a lie.
function breaking({ view, words }: Setting, { head }: Story): Html | null {
  const isBreaking = head.breaking !== undefined && view.input.on <= head.breaking.until;
  return isBreaking ? html`<p class="over"><strong>${words.say('story.breaking')}</strong></p>` : null;
}
