import type { Node } from '@markdoc/markdoc';
import * as z from 'zod';
import { bridge } from '../register/bridge.ts';
import { canonicalOrganisation } from '../register/organisations.ts';
import type { DealSummary, SourceFigure } from '../register/question.ts';
import { isDay } from '../time/day.ts';
import { isEdtf, spanOf } from '../time/edtf.ts';
import { claimAddress } from './claim-link.ts';
import { between } from './figure-table.ts';
import { countGiven, shortened } from './given.ts';
import { type Html, html, NOTHING } from './markup.ts';
import { dayPath, dealPath, personPath } from './paths.ts';
import { personInText } from './person-name.ts';
import { inLanguage, link, numberLink, receiptAddress, type Setting } from './setting.ts';
import type { ShownClaim } from './shown.ts';
import { lineOf, refused, type Story } from './story.ts';

// One tag: what it must be given, and what it prints. `fail` refuses with the tag's place in the story.
interface Tag<T> {
  readonly needs: z.ZodType<T>;
  print(setting: Setting, given: T, inner: Html, fail: (what: string) => Error): Html;
}

const day = z.string().refine(isDay, 'is no day such as 2025-12-20');
const edtf = z.string().refine(isEdtf, 'is no date such as 2025-11-30');
const words = z.string().min(1);

function tag<T>(needs: z.ZodType<T>, print: Tag<T>['print']): Tag<unknown> {
  return { needs, print: (setting, given, inner, fail) => print(setting, needs.parse(given), inner, fail) };
}

const TAGS: Readonly<Record<string, Tag<unknown>>> = {
  count: tag(
    z.strictObject({ on: day, of: z.literal('women').optional(), part: z.enum(['certain', 'possible']).optional() }),
    (setting, { on, of, part = 'certain' }, _, fail) => {
      const receipts = setting.view.days.get(on);
      if (!receipts) throw fail(`has no count for ${on}: name another day`);
      const receipt = of === undefined ? receipts.all : receipts.women;
      return numberLink(setting, receiptAddress(setting, receipt.question), setting.words.number(receipt[part].number));
    },
  ),

  figure: tag(
    z.strictObject({ source: words, on: edtf, of: words.optional(), measure: words.optional() }),
    (setting, { source, on, of, measure = 'held' }, _, fail) => {
      const figure = figureOf(setting, source, on, measure);
      if (!figure)
        throw fail(`asks for a figure of ${source} for ${on} that the register does not have: accept its claim first`);
      const part = of === undefined ? undefined : figure.parts.find(({ subset }) => subset === of);
      if (of !== undefined && !part)
        throw fail(`asks for the ${of} in a figure of ${source} that names none: leave "of" out`);
      const claim = setting.view.shown.claims.get(part?.claim ?? figure.claims[0] ?? -1);
      if (!claim) throw fail(`asks for a figure of ${source} whose claim cannot be shown: take it out`);
      return numberLink(setting, claimAddress(setting, claim), countGiven(setting.words, part ?? figure));
    },
  ),

  deal: tag(z.strictObject({ on: day, number: z.enum(['announced', 'named']) }), (setting, { on, number }, _, fail) => {
    const deal = dealOn(setting, on);
    const value = number === 'named' ? deal?.named.length : deal?.announced;
    if (!deal || value === undefined)
      throw fail(
        `asks for the number ${number} in a deal of ${on} that the register does not have: accept its claims first`,
      );
    return numberLink(setting, dealPath(setting.words.language, deal.on.from), setting.words.number(value));
  }),

  destination: tag(z.strictObject({ deal: day, place: words }), (setting, { deal: on, place }, _, fail) => {
    const found = dealOn(setting, on)?.destinations.find((one) => one.place === place);
    const claim = found && setting.view.shown.claims.get(found.claim);
    if (!found || !claim)
      throw fail(
        `asks how many of the deal of ${on} were taken to ${place}, which no accepted claim says: take it out`,
      );
    return numberLink(setting, claimAddress(setting, claim), countGiven(setting.words, found));
  }),

  person: tag(z.strictObject({ name: words }), (setting, { name }, inner, fail) => {
    const person = personNamed(setting, name, fail);
    const own = String(inner) === '' ? personInText(setting, person) : null;
    return own ?? link(setting, personPath(setting.words.language, person), inner);
  }),

  term: tag(z.strictObject({ person: words }), (setting, { person: name }, _, fail) => {
    const person = personNamed(setting, name, fail);
    const sentences = claimsOf(setting, ({ persons, claim }) => {
      return (
        persons.includes(person) &&
        claim.kind === 'sentenced' &&
        claim.termMonths !== undefined &&
        claim.hypothetical !== true
      );
    });
    const terms = new Set(sentences.map(({ claim }) => claim.termMonths));
    const first = sentences[0];
    if (!first || terms.size !== 1) {
      throw fail(
        `asks for the term of ${name}, of which accepted claims give ${terms.size === 0 ? 'none' : `${terms.size} that differ`}: take it out`,
      );
    }
    return numberLink(setting, claimAddress(setting, first), setting.words.term(first.claim.termMonths ?? 0));
  }),

  unexplained: tag(
    z.strictObject({ from: day, to: day, source: words, as: z.enum(['fewer', 'more']) }),
    (setting, { from, to, source, as }, _, fail) => {
      const [before, after] = [figureOf(setting, source, from, 'held'), figureOf(setting, source, to, 'held')];
      if (!before || !after)
        throw fail(
          `asks for a bridge between figures of ${source} for ${from} and ${to} that the register does not have: accept their claims first`,
        );
      const { least, most } = bridge(setting.view.input.state, before, after).unexplained;
      // The story's own words say in which direction; the number must bear them out.
      if (as === 'fewer' ? most >= 0 : least <= 0)
        throw fail(`says that ${as} are left unexplained, which the register does not bear out: rewrite the passage`);
      const bounds = as === 'fewer' ? ([-most, -least] as const) : ([least, most] as const);
      return numberLink(setting, `${dayPath(setting.words.language, to)}#bridge`, between(setting, ...bounds));
    },
  ),

  quotation: tag(
    z.strictObject({ speaker: words, starts: words.optional() }),
    (setting, { speaker, starts }, _, fail) => {
      const said = claimsOf(setting, ({ claim, passage }) => {
        return (
          claim.speaker === speaker &&
          claim.quote !== undefined &&
          passage !== null &&
          claim.quote.startsWith(starts ?? '')
        );
      });
      const quotes = new Set(said.map(({ claim }) => claim.quote));
      const first = said[0];
      if (!first || quotes.size !== 1) {
        throw fail(
          `asks for words of ${speaker} of which ${quotes.size} accepted quotations fit: give their first words in "starts"`,
        );
      }
      const language = setting.view.shown.reports.get(first.report)?.language ?? 'und';
      return html`<blockquote class="pull"><p>${inLanguage(shortened(first.claim.quote ?? '').replace(/[,;]$/, ''), language)}</p><footer>${link(setting, claimAddress(setting, first), inLanguage(speaker, language))}</footer></blockquote>\n`;
    },
  ),
};

/**
 * Prints a tag of a story: a number with the link to its receipt or its source's report, a name, a quotation.
 *
 * @throws Refused where the tag is none we know, lacks something, or its value cannot be shown.
 */
export function boundTag(setting: Setting, story: Story, node: Node, inner: Html = NOTHING): Html {
  const name = node.tag ?? '';
  const fail = (what: string) => refused(story.name, lineOf(node), `{% ${name} %} ${what}`);
  const found = Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
  if (!found) throw fail(`is no tag of a story: use one of ${Object.keys(TAGS).join(', ')}`);
  for (const value of Object.values(node.attributes)) {
    if (typeof value === 'string' && setting.view.shown.guard.names(value)) {
      throw fail('names somebody who is withheld: take it out');
    }
  }
  const given = found.needs.safeParse(node.attributes);
  if (!given.success) {
    const issue = given.error.issues[0];
    throw fail(`is given ${issue?.path.join('.') || 'something'} wrongly (${issue?.message}): correct it`);
  }
  return found.print(setting, given.data, inner, fail);
}

function figureOf({ view }: Setting, source: string, on: string, measure: string): SourceFigure | undefined {
  const span = spanOf(on);
  return view.figures.find(
    (figure) =>
      figure.source === canonicalOrganisation(source) &&
      figure.measure === measure &&
      figure.on.from === span?.from &&
      figure.on.to === span.to,
  );
}

function dealOn({ view }: Setting, on: string): DealSummary | undefined {
  return view.deals.find((deal) => deal.on.from <= on && on <= deal.on.to);
}

function claimsOf({ view }: Setting, fits: (claim: ShownClaim) => boolean): readonly ShownClaim[] {
  return [...view.shown.claims.values()].filter(fits);
}

function personNamed({ view }: Setting, name: string, fail: (what: string) => Error): string {
  const wanted = name.normalize('NFC').toLowerCase();
  const found = [...view.shown.persons.values()].filter((person) =>
    person.names.some(({ text }) => text.normalize('NFC').toLowerCase() === wanted),
  );
  const only = found[0];
  if (!only) throw fail(`asks for ${name}, a name that no person in the register bears: write it as a report has it`);
  if (found.length > 1)
    throw fail(`asks for ${name}, a name that ${found.length} persons bear: use a form that only one has`);
  return only.id;
}
