import { z } from 'zod';
import { readWords } from '../text/words.ts';
import type { Day } from '../time/day.ts';
import { dayOfLine } from './named-day.ts';
import type { Mark, OtherBlock } from './report.ts';

const rulesShape = z.array(
  z.strictObject({
    patterns: z.array(z.string()).min(1),
    exact: z.boolean().optional(),
    kind: z.enum(['residue', 'related', 'notice', 'byline', 'mark', 'publisher', 'comment']),
    mark: z.enum(['breaking', 'updated', 'live', 'ai-generated', 'opinion', 'correction']).optional(),
    player: z.enum(['audio', 'video', 'any']).optional(),
    missing: z.boolean().optional(),
    machineMade: z.boolean().optional(),
    gives: z.enum(['publisher', 'byline', 'published', 'modified', 'minutes', 'clock']).optional(),
    where: z.literal('end').optional(),
    example: z.array(z.string()).min(1),
  }),
);

/**
 * What a line that is no part of the story says.
 *
 * @example
 * residueOf('7 min') // { kind: 'residue', player: { kind: 'any', seconds: 420 }, endOnly: false }
 */
export interface Residue {
  readonly kind: OtherBlock['kind'];
  readonly mark?: Mark;
  readonly player?: {
    readonly kind: 'audio' | 'video' | 'any';
    readonly seconds?: number;
    readonly missing?: boolean;
    readonly machineMade?: boolean;
  };
  readonly publisher?: string;
  readonly byline?: string;
  readonly published?: Day;
  readonly modified?: Day;
  /** True where it counts as such only behind the story. */
  readonly endOnly: boolean;
}

/** The rules of `words/archive/residue.yml`, for the test that holds each to its examples. */
export const residueRules = readWords('archive/residue', rulesShape).map((rule) => ({
  ...rule,
  whole: new RegExp(`^(?:${rule.patterns.join('|')})$`, rule.exact ? 'u' : 'iu'),
}));

// Most lines are of the story: one pattern sends them on before any rule is asked.
const anyRule = new RegExp(
  `^(?:${residueRules
    .flatMap(({ patterns }) => patterns)
    .join('|')
    .replaceAll('(?<it>', '(?:')})$`,
  'iu',
);
const menuWords = Object.values(readWords('archive/navigation', z.record(z.string(), z.array(z.string())))).flat();
// Longest first: of "about us" and "about" the former is meant where both fit.
const menu = new RegExp(
  `^(?:(?:${menuWords.toSorted((a, b) => b.length - a.length).join('|')})(?:[\\s|·•/,]+|$)){2,}$`,
  'iu',
);
const LINE_MAX = 600;
const MENU_MAX = 200;

/** A line as the rules see it: without bullets, emphasis marks, closing hashes and doubled white space. */
export function bare(line: string): string {
  return line
    .slice(0, LINE_MAX + 1)
    .replace(/[\s\u00ad]+/g, ' ')
    .replace(/^[ •·▪*_`>]+|[ *_`]+$/g, '')
    .replace(/: ?`/, ':');
}

/** What a line says where it is no part of a story, or null where it may be one. */
export function residueOf(line: string): Residue | null {
  if (line.length > LINE_MAX) return null;
  const text = bare(line);
  if (!/[\p{L}\p{N}]/u.test(text)) return markup(line);
  if (text.length <= MENU_MAX && menu.test(text)) return { kind: 'navigation', endOnly: false };
  if (!anyRule.test(text)) return null;
  for (const rule of residueRules) {
    const match = rule.whole.exec(text);
    const residue = match && read(rule, match.groups?.it ?? '');
    if (residue) return residue;
  }
  return null;
}

function markup(line: string): Residue | null {
  return line.trim() === '' ? null : { kind: 'residue', endOnly: false };
}

function read(rule: (typeof residueRules)[number], it: string): Residue | null {
  const day = rule.gives === 'published' || rule.gives === 'modified' ? dayOfLine(it) : null;
  if ((rule.gives === 'published' || rule.gives === 'modified') && day === null) return null;
  const seconds = rule.gives === 'minutes' ? Number(it) * 60 : rule.gives === 'clock' ? longestClock(it) : undefined;
  return {
    kind: rule.kind,
    endOnly: rule.where === 'end',
    ...(rule.mark && { mark: rule.mark }),
    ...(rule.gives === 'publisher' && { publisher: it }),
    ...(rule.gives === 'byline' && { byline: it }),
    ...(rule.gives === 'published' && day && { published: day }),
    ...(rule.gives === 'modified' && day && { modified: day }),
    ...(rule.player && {
      player: {
        kind: rule.player,
        ...(seconds !== undefined && { seconds }),
        ...(rule.missing && { missing: true }),
        ...(rule.machineMade && { machineMade: true }),
      },
    }),
  };
}

/** Of the clocks of a player, the longest is the length of the recording: `0:00 0:02:05 0:00` is 125 s. */
function longestClock(clocks: string): number {
  const lengths = (clocks.match(/[\d:]+/g) ?? []).map((clock) =>
    clock.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0),
  );
  return Math.max(...lengths);
}
