/**
 * Words of a report with their place in its text. The words are kept beside the place so that either can be
 * checked against the other: a passage whose words do not stand at its place is refused (law 1).
 *
 * @example
 * { start: 1458, end: 1501, text: 'Kalesnikava was sentenced to 11 years in prison' }
 */
export interface Passage {
  /** Index of the first UTF-16 code unit in the report's text. */
  readonly start: number;
  /** Index after the last UTF-16 code unit. */
  readonly end: number;
  readonly text: string;
}

/** Cuts a passage out of a text. Throws a RangeError where the place lies outside the text or is empty. */
export function passageAt(text: string, start: number, end: number): Passage {
  if (!(Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length)) {
    throw new RangeError(`no passage from ${start} to ${end} in a text of ${text.length} characters`);
  }
  return { start, end, text: text.slice(start, end) };
}

/** True where the passage's words stand, character for character, at its place in the text. */
export function standsIn(text: string, passage: Passage): boolean {
  return (
    Number.isInteger(passage.start) &&
    Number.isInteger(passage.end) &&
    passage.start >= 0 &&
    passage.start < passage.end &&
    passage.end <= text.length &&
    text.slice(passage.start, passage.end) === passage.text
  );
}
