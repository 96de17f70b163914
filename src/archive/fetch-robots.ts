import robotsParser from 'robots-parser';
import { Refused } from '../text/refusal.ts';

/**
 * What a site's robots.txt says to us.
 *
 * @example
 * const rules = robotsOf('https://example.org/robots.txt', 200, 'User-agent: *\nDisallow: /drafts/');
 * rules.allows('https://example.org/drafts/1'); // false
 */
export interface Robots {
  /** True where a page may be fetched. */
  allows(address: string): boolean;
  /** How long to wait between two pages, in seconds, where the site says so. */
  readonly delay?: number;
}

/** How this program calls itself; robots.txt may name it by the first word. */
export const AGENT = 'Unforgotten';

// The package's types describe an ES module; it is a CommonJS one, whose default is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const ALL: Robots = { allows: () => true };
// A line longer than this is no rule anybody wrote by hand, and matching it would take its time.
const LONGEST_LINE = 1000;
// Matching a rule with a wildcard takes its length times that of the path; a site that has more of them wants to be slow.
const WILDCARDS_MAX = 64_000;

/**
 * Reads the answer to a request for robots.txt as RFC 9309 has it: none (4xx) allows everything, a server in trouble
 * (5xx, and 429) allows nothing for now, which is thrown as `Refused`.
 *
 * @param address of the robots.txt itself; its rules are for that scheme, host and port alone.
 */
export function robotsOf(address: string, status: number, text: string): Robots {
  if (status >= 500 || status === 429) {
    throw new Refused(`${address} does not tell now what programs may read (${status}): try again later.`);
  }
  if (status !== 200) return ALL;
  let wildcards = 0;
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/\*{2,}/g, '*'))
    .filter((line) => {
      const isWild = /^\s*(?:dis)?allow\b/i.test(line) && line.includes('*');
      wildcards += isWild ? line.length : 0;
      return line.length <= LONGEST_LINE && !(isWild && wildcards > WILDCARDS_MAX);
    });
  const rules = parseRobots(address, lines.join('\n'));
  const delay = rules.getCrawlDelay(AGENT);
  return {
    allows: (page) => rules.isAllowed(page, AGENT) !== false,
    ...(delay !== undefined && delay > 0 && { delay }),
  };
}
