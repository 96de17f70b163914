import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Named } from './names-peers.ts';

// Real names, which are no part of the project: they stand beside it where it is developed.
const FOLDER = join(import.meta.dirname, '..', '..', 'shared', 'names');
// Precision is stated for so many wrong pairs a right one, whatever the counts in the file.
const ODDS = 4;

/** True where the development names are at hand. */
export const realNamesAreHere = existsSync(join(FOLDER, 'pairs.dev.tsv'));

/** A pair of names, of one person or of two. */
export interface RealPair {
  readonly names: readonly [left: string, right: string];
  readonly same: boolean;
  /** ISO 15924 codes. */
  readonly scripts: readonly string[];
  /** What the source says of the languages, codes joined by hyphens. */
  readonly languages: string;
  readonly kind: string;
}

/** What somebody types who looks for a person. */
export interface Query {
  readonly query: string;
  readonly expected: string;
}

export function realPairs(): RealPair[] {
  return rowsOf('pairs.dev.tsv').map((row) => ({
    names: [row.left ?? '', row.right ?? ''],
    same: row.same === '1',
    scripts: [row.left_script ?? '', row.right_script ?? ''],
    languages: row.language_hints ?? '',
    kind: row.kind ?? '',
  }));
}

export function realPeople(): Named[] {
  return rowsOf('registers.dev.tsv').map(({ id = '', name = '', other_names = '' }) => ({
    id,
    names: [name, ...other_names.split('|').filter(Boolean)],
  }));
}

export function realQueries(): (Query & { readonly script: string; readonly language: string })[] {
  return rowsOf('queries.dev.tsv').map(({ query = '', expected_id = '', query_script = '', language = '' }) => ({
    query,
    expected: expected_id,
    script: query_script,
    language,
  }));
}

/** Names as they stand in running text, each with its dictionary form. */
export function realDeclined(): (readonly [written: string, form: string])[] {
  return rowsOf('declined.dev.tsv').map((row) => [row.running_text_form ?? '', row.dictionary_form ?? '']);
}

/** The score from which pairs are taken for one person's where F1 is to be the best. */
export function thresholdOf<P extends RealPair>(pairs: readonly P[], scoreOf: (pair: P) => number): number {
  const ranked = pairs.map((pair) => ({ same: pair.same, score: scoreOf(pair) })).sort((a, b) => b.score - a.score);
  const right = pairs.filter(({ same }) => same).length;
  let [taken, mistaken, best, threshold] = [0, 0, -1, 1];
  for (const [at, { same, score }] of ranked.entries()) {
    if (same) taken += 1;
    else mistaken += 1;
    if (ranked[at + 1]?.score === score) continue;
    const f1 = f1Of(taken / right, mistaken / (pairs.length - right));
    if (f1 > best) [best, threshold] = [f1, score];
  }
  return threshold;
}

/** The best F1, in per cent, that any threshold on these scores reaches. */
export function bestF1(pairs: readonly RealPair[], scores: readonly number[]): number {
  const scored = pairs.map((pair, at) => ({ ...pair, score: scores[at] ?? 0 }));
  const threshold = thresholdOf(scored, ({ score }) => score);
  const { recall, precision } = precisionAt(scored, ({ score }) => score >= threshold);
  return (200 * precision * recall) / (precision + recall || 1);
}

/** Recall and precision, 0 … 1, where these pairs are taken for one person's. */
export function precisionAt<P extends RealPair>(
  pairs: readonly P[],
  taken: (pair: P) => boolean,
): { recall: number; precision: number } {
  const right = pairs.filter(({ same }) => same);
  const wrong = pairs.filter(({ same }) => !same);
  const recall = right.filter(taken).length / (right.length || 1);
  const alarms = wrong.filter(taken).length / (wrong.length || 1);
  return { recall, precision: recall / (recall + ODDS * alarms || 1) };
}

function f1Of(recall: number, alarms: number): number {
  const precision = recall / (recall + ODDS * alarms || 1);
  return (2 * precision * recall) / (precision + recall || 1);
}

function rowsOf(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
  const fields = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [fields[at] ?? '', value])));
}
