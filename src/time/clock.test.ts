import { expect, test } from 'vitest';
import { dayOf, systemClock } from './clock.ts';

test('the machine’s clock tells an instant in UTC, to the second', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
});

test('it tells the present and does not go back', () => {
  const before = Math.floor(Date.now() / 1000);
  const [first, second] = [systemClock.now(), systemClock.now()];
  expect(first <= second).toBe(true);
  expect(Date.parse(first) / 1000).toBeGreaterThanOrEqual(before);
});

test.each([
  ['2025-12-15T09:30:00Z', '2025-12-15'],
  ['2025-12-31T23:59:59Z', '2025-12-31'],
  ['2026-01-01T00:00:00Z', '2026-01-01'],
])('%s lies on %s', (instant, day) => {
  expect(dayOf(instant)).toBe(day);
});
