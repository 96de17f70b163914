import { sourcesTelling } from '../register/sources.ts';
import type { FiledReport, RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import type { DeskWords } from './words.ts';

/** How many sources tell something and in how many reports; behind it, where any are one, which. */
export function toldBy(claims: readonly number[], state: RegisterState, words: DeskWords): Html | null {
  const sources = sourcesTelling(state, claims);
  if (sources.length === 0) return null;
  const reports = sources.flat();
  const line = words.say('sources.told', {
    n: sources.length,
    reports: words.say('sources.reports', { n: reports.length }),
  });
  if (reports.length === sources.length) return html`<p class="hint">${line}</p>`;
  const named = (number: number) => citedAs(state.reports.get(number), words);
  return html`<details class="hint"><summary>${line}</summary><ul class="names">${sources.map(
    (source) => html`<li>${source.map(named).join(' · ')}</li>`,
  )}</ul></details>`;
}

/** Who published a report and when: what a list calls it by. */
export function citedAs(filed: FiledReport | undefined, words: DeskWords): string {
  if (!filed) return words.say('claim.unknown-publisher');
  const { publisher, published, address } = filed.report;
  return [publisher ?? address, published && words.day(published)].filter(Boolean).join(', ');
}
