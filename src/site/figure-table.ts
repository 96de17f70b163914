import type { Bridge, SourceFigure } from '../register/question.ts';
import { claimAddress, reportLinks } from './claim-link.ts';
import { countGiven, termOrWords } from './given.ts';
import { type Html, html } from './markup.ts';
import { dateLink, numberLink, type Setting } from './setting.ts';
import { sourceList, sourcesOf, toldBy } from './told-by.ts';
import { edtfOf } from './view.ts';

/** The sources' figures in large numbers, each leading to the claim that gives it. */
export function figureBlock(setting: Setting, figures: readonly SourceFigure[]): Html {
  const { words } = setting;
  if (figures.length === 0) return html`<p>${words.say('figures.none')}</p>`;
  return html`<dl class="count">${figures.map((figure) => {
    const day = words.date(edtfOf(figure.on));
    const parts = figure.parts.map((part) => html`; ${partOf(setting, part)}`);
    return html`<div class="lesser"><dt>${words.say('figures.held.on', { source: figure.source, day })}${parts}</dt><dd>${linkedCount(setting, figure, figure.claims[0])}</dd></div>`;
  })}</dl>`;
}

/** The sources' figures as a table, each number leading to the claim that gives it. */
export function figureTable(setting: Setting, figures: readonly SourceFigure[]): Html {
  const { words } = setting;
  if (figures.length === 0) return html`<p>${words.say('figures.none')}</p>`;
  return html`<table>
<caption>${words.say('figures.caption')}</caption>
<thead><tr><th scope="col">${words.say('figures.source')}</th><th scope="col">${words.say('figures.day')}</th><th scope="col" class="n">${words.say('figures.number')}</th></tr></thead>
<tbody>${figures.map((figure) => figureRow(setting, figure))}</tbody>
</table>`;
}

// A figure's number, leading to its claim where that may be shown, with its parts: `1,222, of them 199 women`.
function figureNumber(setting: Setting, figure: SourceFigure): Html {
  return html`${linkedCount(setting, figure, figure.claims[0])}${figure.parts.map((part) => html`<br><span class="small">${partOf(setting, part)}</span>`)}`;
}

// A part of a figure, leading to its claim: `199 of them women`.
function partOf(setting: Setting, part: SourceFigure['parts'][number]): Html {
  const { words } = setting;
  return words.html('figures.part', {
    count: linkedCount(setting, { count: part.count }, part.claim),
    subset: termOrWords(words, 'subset', part.subset, 'und'),
  });
}

/** A bridge as a table: every step with the claims that tell it, and the rest that nothing explains. */
export function bridgeTable(setting: Setting, { from, to, steps, reckoned, unexplained }: Bridge): Html {
  const { words } = setting;
  const day = (figure: SourceFigure) => words.date(edtfOf(figure.on));
  const caption = words.say('bridge.caption', {
    source: from.source,
    from: countGiven(words, from),
    fromDay: day(from),
    to: countGiven(words, to),
    toDay: day(to),
  });
  const end = (key: string, figure: SourceFigure) =>
    html`<tr><th scope="row">${words.say(key, { source: figure.source, day: day(figure) })}</th><td class="n">${linkedCount(setting, figure, figure.claims[0])}</td></tr>`;
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">${words.say('bridge.what')}</th><th scope="col" class="n">${words.say('bridge.number')}</th></tr></thead>
<tbody>${end('bridge.from', from)}
${steps.map(
  (step) =>
    html`<tr><th scope="row">${words.say(`bridge.step.${step.what}`)} ${reportLinks(setting, step.claims)}</th><td class="n">${signed(setting, step.sign, step.least, step.most)}</td></tr>`,
)}
<tr class="sum"><th scope="row">${words.say('bridge.reckoned')}</th><td class="n">${between(setting, reckoned.least, reckoned.most)}</td></tr>
${end('bridge.to', to)}
<tr class="rest"><th scope="row">${words.say('bridge.rest')}</th><td class="n">${between(setting, unexplained.least, unexplained.most)}</td></tr></tbody>
</table>`;
}

/** Two bounds as one number where they are one, as a span where they are not. */
export function between({ words }: Setting, least: number, most: number): string {
  if (least === most) return words.number(least);
  if (!Number.isFinite(most)) return words.say('bridge.or more', { least });
  if (!Number.isFinite(least)) return words.say('countIs.at most', { count: words.number(most) });
  return words.say('bridge.range', { least, most });
}

function figureRow(setting: Setting, figure: SourceFigure): Html {
  const { words } = setting;
  return html`<tr><th scope="row">${figure.source} <span class="small">${words.say(`figures.${figure.measure}`)}</span></th><td>${dateLink(setting, edtfOf(figure.on))}</td><td class="n">${figureNumber(setting, figure)}</td></tr>${retold(setting, figure)}${figure.flags.map(
    (flag) => html`<tr><td colspan="3" class="small" lang="en">${flag}</td></tr>`,
  )}`;
}

// Who tells it, where more than one report does: reposts of one text are one source.
function retold(setting: Setting, { claims }: SourceFigure): Html | null {
  const sources = sourcesOf(setting.view, claims);
  if (sources.flat().length < 2) return null;
  return html`<tr><td colspan="3"><details class="small"><summary>${toldBy(setting.words, sources)}</summary>${sourceList(setting, sources)}</details></td></tr>`;
}

function linkedCount(
  setting: Setting,
  given: { readonly count: number; readonly countIs?: string },
  claim: number | undefined,
): Html {
  const text = countGiven(setting.words, given);
  const shown = claim === undefined ? undefined : setting.view.shown.claims.get(claim);
  return shown ? numberLink(setting, claimAddress(setting, shown), text) : html`${text}`;
}

function signed(setting: Setting, sign: 1 | -1, least: number, most: number): Html {
  return html`${sign === 1 ? '+' : '−'}\u00A0${between(setting, least, most)}`;
}
