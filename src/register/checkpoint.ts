import { Refused } from '../text/refusal.ts';
import type { NoteKey } from './note.ts';
import { openNote, signNote } from './note.ts';
import type { Hash } from './tree.ts';

/**
 * The head of a log: its name, how many entries it has and the root over them (C2SP tlog-checkpoint).
 *
 * @example
 * { origin: 'unforgotten.example/register', size: 57, root: leafHash('…') }
 */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

/** The text of a checkpoint: origin, size and root in base64, a line each. Extension lines are not written. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
}

/** Reads the text of a checkpoint; extension lines are passed over. Throws Refused where it is none. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', size = '', encoded = ''] = lines;
  const root = Buffer.from(encoded, 'base64');
  const whole = lines.at(-1) === '' && lines.slice(0, -1).every((line) => line !== '');
  const count = /^(0|[1-9]\d*)$/.test(size) ? Number(size) : Number.NaN;
  if (!whole || !Number.isSafeInteger(count) || root.length !== 32 || root.toString('base64') !== encoded) {
    throw new Refused('This is no checkpoint: it needs a line each for the name of the log, its size and its root.');
  }
  return { origin, size: count, root };
}

/** Signs the head of a log with its key: a signed note. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey): string {
  return signNote(checkpointText(checkpoint), key);
}

/**
 * Reads a signed checkpoint and checks that the log's own key signed it.
 *
 * @param verifierKey the key of the log; its name is the origin it may speak for.
 * @throws Refused where it is no signed checkpoint, the signature does not hold, or another log is meant.
 */
export function openCheckpoint(note: string, verifierKey: string): Checkpoint {
  const { text, signedBy } = openNote(note, verifierKey);
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== signedBy) {
    throw new Refused(
      `The checkpoint is of ${checkpoint.origin} but the key is that of ${signedBy}: one of them is wrong.`,
    );
  }
  return checkpoint;
}
