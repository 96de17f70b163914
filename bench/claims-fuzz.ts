import { parseArgs } from 'node:util';
import type { Report } from '../src/archive/report.ts';
import { claimsOf } from '../src/claims/extract.ts';
import { LANGUAGES } from '../src/claims/wording.ts';
import { reportOfParagraphs, storyIn } from './claims-texts.ts';
import { numbersFrom } from './fuzz.ts';

// npm run fuzz:claims -- [--runs 10000] [--seed N]: feeds stories damaged at random to the extractor. It may find what it
// finds, but every passage stands in the story (that is checked as claims are made), nothing throws, and no story takes a
// second.

const SECOND = 1000;
const WORDS = 1200;

/** What came out of all stories; `slowest` in milliseconds of work, as whatever else the machine does is no matter here. */
export interface Outcome {
  readonly faults: readonly string[];
  readonly slow: readonly string[];
  readonly slowest: number;
  readonly claims: number;
}

/** Feeds so many damaged stories to the extractor. The same seed gives the same stories. */
export function fuzzClaims(runs: number, seed: number): Outcome {
  const stories = LANGUAGES.map((language) => ({ language, paragraphs: storyIn(language, WORDS) }));
  const faults: string[] = [];
  const slow: string[] = [];
  let [slowest, claims] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const random = numbersFrom(seed * 100_003 + run);
    const story = pick(stories, random);
    const report = damaged(story.language, story.paragraphs, random);
    const before = process.cpuUsage();
    try {
      claims += claimsOf(report).length;
    } catch (error) {
      faults.push(`run ${run}, ${story.language}: ${error}`);
    }
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    if (took > SECOND) slow.push(`run ${run}, ${story.language}: ${Math.round(took)} ms`);
  }
  return { faults, slow, slowest, claims };
}

type Random = () => number;
type Damage = (paragraphs: string[], random: Random) => string[];

const ODD = [
  '«',
  '»',
  '“',
  '"',
  '—',
  '(',
  ',',
  '.',
  ':',
  ';',
  '\u200b',
  '\u202e',
  '\u0301',
  '\ud800',
  '123',
  '2025',
  '…',
];

// What copying, conversion and haste do to a story, and what malice would.
const DAMAGES: readonly Damage[] = [
  (all, random) => all.slice(Math.floor(random() * all.length)),
  (all, random) => all.map((text) => (random() < 0.2 ? text.slice(0, Math.floor(random() * text.length)) : text)),
  (all, random) => all.map((text) => (random() < 0.3 ? shuffled(text.split(' '), random).join(' ') : text)),
  (all, random) => all.map((text) => (random() < 0.3 ? text.toUpperCase() : text)),
  (all, random) =>
    all.map((text) =>
      text
        .split(' ')
        .filter(() => random() > 0.1)
        .join(' '),
    ),
  (all, random) => all.map((text) => text.replaceAll(/[.,«»“”"—]/g, (mark) => (random() < 0.3 ? '' : mark))),
  (all, random) =>
    all.map((text) =>
      text
        .split(' ')
        .map((word) => (random() < 0.05 ? pick(ODD, random) : word))
        .join(' '),
    ),
  (all) => [all.join(' ')],
  (all) => [all.join(' ').replaceAll(/[.!?]/g, '')],
  (all, random) => [`${pick(all, random)} `.repeat(200)],
  (all, random) => [`${pick(pick(all, random).split(' '), random)} `.repeat(5000)],
  (all, random) => [`${pick(ODD, random)}`.repeat(5000), ...all],
  (all, random) => all.flatMap((text) => [text, pick(all, random).replaceAll(' ', pick(ODD, random))]),
];

function damaged(language: string, paragraphs: readonly string[], random: Random): Report {
  let now = [...paragraphs];
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    now = cut(pick(DAMAGES, random)(now, random), LONGEST);
  }
  return reportOfParagraphs(language, now);
}

// Damage upon damage makes books of a word; no page of news is longer than this.
const LONGEST = 60_000;

function cut(paragraphs: readonly string[], longest: number): string[] {
  let left = longest;
  return paragraphs.flatMap((text) => {
    const kept = text.slice(0, Math.max(0, left));
    left -= text.length;
    return kept === '' ? [] : [kept];
  });
}

function shuffled(words: readonly string[], random: Random): string[] {
  return words
    .map((word) => ({ word, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

function pick<T>(list: readonly T[], random: Random): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError('nothing to pick from');
  return one;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const runs = Number(values.runs ?? 10_000);
  process.stdout.write(`Seed ${seed}, ${runs} stories.\n`);
  const { faults, slow, slowest, claims } = fuzzClaims(runs, seed);
  for (const fault of [...faults, ...slow]) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    `${faults.length} faults, ${slow.length} over a second; the slowest took ${Math.round(slowest)} ms; ${claims} claims.\n`,
  );
  process.exitCode = faults.length + slow.length > 0 ? 1 : 0;
}
