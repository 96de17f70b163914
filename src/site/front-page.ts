import { addDays } from '../time/day.ts';
import { spanOf } from '../time/edtf.ts';
import { countBlock } from './count-block.ts';
import { figureBlock } from './figure-table.ts';
import { bridgesNear, figuresNear } from './figures-near.ts';
import { happeningList } from './happening-list.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { everybodySection } from './names-page.ts';
import { dayPath, frontPath, relative, storyPath } from './paths.ts';
import { link, type Setting } from './setting.ts';
import { type Story, storiesIn } from './story.ts';
import type { DayView, View } from './view.ts';
import type { Wording } from './wording.ts';

const LATELY_DAYS = 60;
const LATELY: ReadonlySet<string> = new Set(['recognised', 'released', 'pardoned', 'died', 'detained']);
const NEWEST_STORIES = 6;

/** The front page: the count of the edition's day, the sources' figures, what happened lately, stories, and every name. */
export function frontPage(view: View, words: Wording, stories: readonly Story[]): Page {
  const path = frontPath(words.language);
  const setting: Setting = { view, words, path };
  const today = view.days.get(view.input.on);
  if (!today) throw new RangeError('the day of an edition has no count');
  const day = words.day(view.input.on);
  return {
    path,
    title: day,
    alternate: frontPath,
    main: html`<h1>${words.say('count.title', { day })}</h1>
${countBlock(setting, today)}
<p class="lead">${words.say('count.scope')}${isFarFromWhole(view, today) ? html` ${words.say('count.scope.more')}` : null}</p>
<section aria-labelledby="figures"><h2 id="figures">${words.say('figures.title')}</h2>
${figureBlock(setting, figuresNear(view, view.input.on))}
${bridgesNear(view, view.input.on).length > 0 ? html`<p>${link(setting, `${dayPath(words.language, view.input.on)}#bridge`, words.say('bridge.title'))}</p>` : null}</section>
${latestStories(setting, storiesIn(words.language, stories))}
${lately(setting)}
<section aria-labelledby="people"><h2 id="people">${words.say('people.title')}</h2>
${everybodySection(setting)}</section>`,
  };
}

// Said only where a source near the day counted more than twice as many.
function isFarFromWhole(view: View, { all }: DayView): boolean {
  const named = all.certain.number + all.possible.number;
  return figuresNear(view, view.input.on).some(({ count }) => count > 2 * named);
}

function latestStories({ words, path }: Setting, stories: readonly Story[]): Html | null {
  if (stories.length === 0) return null;
  return html`<section aria-labelledby="stories"><h2 id="stories">${words.say('stories.title')}</h2><ul class="stories">${stories
    .slice(0, NEWEST_STORIES)
    .map(
      ({ head }) =>
        html`<li><h3><a href="${relative(path, storyPath(words.language, head.slug))}">${head.title}</a></h3><p>${head.standfirst}</p><p class="small">${words.day(head.published)}</p></li>`,
    )}</ul></section>`;
}

function lately(setting: Setting): Html {
  const { view, words } = setting;
  const { on } = view.input;
  const since = addDays(on, -LATELY_DAYS);
  const events = view.events.filter(({ kind, date }) => {
    const span = spanOf(date);
    return LATELY.has(kind) && span !== null && since <= span.to && span.from <= on;
  });
  const n = { n: LATELY_DAYS };
  return html`<section aria-labelledby="lately"><h2 id="lately">${words.say('events.lately')}</h2>
<p class="small">${words.say(events.length > 0 ? 'events.lately.intro' : 'events.lately.none', n)}</p>
${events.length > 0 ? happeningList(setting, events.toReversed()) : null}</section>`;
}
