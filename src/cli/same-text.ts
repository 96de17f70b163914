import { SAME_TEXT, sameText } from '../archive/duplicate.ts';
import type { OpenRegister } from '../store/open.ts';
import { dayNumber } from '../time/day.ts';

// A text is reposted within days; older reports are not read again for it.
const DAYS_APART = 31;

/**
 * The numbers of the other reports that print the same text as a report, in order: they count as one source with it.
 * Compared are those in its language that were published within a month of it, or of which the day is not known, but not
 * what its own page said earlier or later.
 */
export async function sameTextAs(register: OpenRegister, number: number): Promise<readonly number[]> {
  const { reports } = register.state();
  const own = reports.get(number)?.report;
  if (!own) return [];
  const candidates = [...reports.values()].filter(
    ({ number: other, report }) =>
      other !== number &&
      report.language === own.language &&
      report.address !== own.address &&
      isNear(report.published, own.published),
  );
  if (candidates.length === 0) return [];
  const { text } = await register.report(number);
  const same: number[] = [];
  for (const { number: other } of candidates) {
    if (sameText(text, (await register.report(other)).text) >= SAME_TEXT) same.push(other);
  }
  return same;
}

function isNear(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || Math.abs(dayNumber(a) - dayNumber(b)) <= DAYS_APART;
}
