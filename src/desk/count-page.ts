import type { Bounds, Bridge, Counted, SourceFigure } from '../register/question.ts';
import type { RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html, verbatim } from '../site/markup.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { claimLinks } from './claim-words.ts';
import type { Answered, Asked } from './count-answer.ts';
import { answerTo } from './count-answer.ts';
import { personLink } from './decision-words.ts';
import type { Desk } from './desk.ts';
import { lineField, troubleOf } from './form-fields.ts';
import type { Screen } from './page.ts';
import { toldBy } from './sources-told.ts';
import type { DeskWords } from './words.ts';

/** The question builder with the register's answer below it. */
export function countScreen(desk: Desk, asked: Asked, trouble: string | undefined): Screen {
  const { words, clock, register } = desk;
  const answer = trouble === undefined ? answerTo(register, asked, clock) : null;
  return {
    title: words.say('count.title'),
    place: '/count',
    main: html`<header class="lead"><h1>${words.say('count.title')}</h1><p>${words.say('count.lede')}</p></header>
${questionForm(asked, words, dayOf(clock.now()))}${troubleOf(trouble)}
${answer === null ? null : answerSections(answer, words)}`,
  };
}

function questionForm({ question, known }: Asked, words: DeskWords, today: Day): Html {
  const dayField = (name: string, label: string, value: string, hint: Html | null) =>
    html`<p class="field"><label for="ask-${name}">${label}</label><input type="date" id="ask-${name}" name="${name}" value="${value}" max="${today}">${hint}</p>`;
  const option = (value: string, text: string) =>
    html`<option value="${value}"${(question.of ?? '') === value ? verbatim(' selected') : null}>${text}</option>`;
  return html`<form class="ask" method="get" action="/count">
${dayField('on', words.say('count.on'), question.heldOn, null)}
${dayField('known', words.say('count.known'), known ?? '', html`<span class="hint">${words.say('count.known-hint')}</span>`)}
<p class="field"><label for="ask-of">${words.say('count.of')}</label><select id="ask-of" name="of">${option('', words.say('count.everybody'))}${option('women', words.say('count.women'))}${option('men', words.say('count.men'))}</select></p>
${lineField('ask-by', 'by', words.say('count.by'), question.by ?? '')}
<p class="buttons"><button>${words.say('count.ask')}</button></p></form>`;
}

function answerSections(answer: Answered, words: DeskWords): Html {
  const { count, knownOn, state, figures, bridges, size } = answer;
  const on = words.day(count.question.heldOn);
  return html`<section class="answer" aria-labelledby="answer"><h2 id="answer">${words.say('count.question', { on, known: words.day(knownOn) })}</h2>
<div class="numbers">${countedSection('certain', count.certain, state, words)}${countedSection('possible', count.possible, state, words)}</div>
<p class="cite"><strong>${words.say('count.cite')}</strong> <q>${words.say('count.citation', { on, known: words.day(knownOn), certain: count.certain.number, possible: count.possible.number, size })}</q></p></section>
<section aria-labelledby="figures"><h2 id="figures">${words.say('count.figures')}</h2>
<p class="hint">${figures.length === 0 ? words.say('count.no-figures') : words.say('count.figures-hint')}</p>
<div class="figures">${figures.map((figure) => figureCard(figure, state, words))}</div></section>
${bridges.map((between, i) => bridgeSection(between, i, words))}`;
}

function countedSection(
  which: 'certain' | 'possible',
  { number, persons, withheld }: Counted,
  state: RegisterState,
  words: DeskWords,
): Html {
  return html`<section class="counted ${which}" aria-labelledby="${which}"><h3 id="${which}"><span class="big">${words.number(number)}</span> ${words.say(`count.${which}`)}</h3>
<p class="hint">${words.say(`count.${which}-hint`)}</p>
${number === 0 ? html`<p>${words.say('count.nobody')}</p>` : html`<ul class="people">${persons.map((id) => html`<li>${personLink(id, state, words)}</li>`)}</ul>`}
${withheld === 0 ? null : html`<p class="hint">${words.say('count.withheld', { n: withheld })}</p>`}</section>`;
}

function figureCard(figure: SourceFigure, state: RegisterState, words: DeskWords): Html {
  const number =
    figure.countIs === undefined
      ? words.number(figure.count)
      : words.say(`number.${figure.countIs.replace(' ', '-')}`, { n: figure.count });
  return html`<article class="figure"><h3><span class="big">${number}</span> ${words.say('count.figure', { source: figure.source, date: spanInWords(figure.on, words) })}</h3>
${figure.parts.map(({ subset, count, claim }) => html`<p>${words.say('count.part', { subset, n: count })} ${claimLinks([claim])}</p>`)}
${figure.flags.map((flag) => html`<p class="caution">${flag}</p>`)}
${toldBy(figure.claims, state, words)}<p class="hint">${words.say('count.claims')} ${claimLinks(figure.claims)}</p></article>`;
}

function bridgeSection({ from, to, steps, reckoned, unexplained }: Bridge, i: number, words: DeskWords): Html {
  const line = (number: Html | string, what: Html | string, kind: string) =>
    html`<div class="${kind}"><dt>${what}</dt><dd>${number}</dd></div>`;
  const end = ({ source, on }: SourceFigure) => words.say('count.figure', { source, date: spanInWords(on, words) });
  return html`<section aria-labelledby="bridge-${i}"><h2 id="bridge-${i}">${words.say('count.bridge')}</h2><p class="hint">${words.say('count.bridge-hint')}</p>
<dl class="bridge">${line(words.number(from.count), end(from), 'end')}
${steps.map(({ sign, what, least, most, claims }) =>
  line(
    `${sign > 0 ? '+' : '−'} ${boundsInWords({ least, most }, words)}`,
    html`${words.say(`count.bridge-${what}`)} ${claimLinks(claims)}`,
    'step',
  ),
)}
${line(boundsInWords(reckoned, words), words.say('count.reckoned'), 'sum')}
${line(words.number(to.count), end(to), 'end')}
${line(boundsInWords(unexplained, words), words.say('count.unexplained'), 'rest')}</dl></section>`;
}

function boundsInWords({ least, most }: Bounds, words: DeskWords): string {
  if (least === most) return words.number(least);
  if (most === Number.POSITIVE_INFINITY) return words.say('number.at-least', { n: least });
  if (least === Number.NEGATIVE_INFINITY) return words.say('number.at-most', { n: most });
  return words.say('count.range', { least, most });
}

function spanInWords({ from, to }: Span, words: DeskWords): string {
  return words.date(from === to ? from : `${from}/${to}`);
}
