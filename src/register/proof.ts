import { Refused } from '../text/refusal.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { Hash } from './tree.ts';
import { leafHash, verifyInclusion } from './tree.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

/**
 * Proof that an entry stands in a log, readable without the log (C2SP tlog-proof): its number, the hashes up to the
 * root, and the signed checkpoint as it is.
 */
export function proofText(index: number, proof: readonly Hash[], signedCheckpoint: string): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`).join('');
  return `${FIRST_LINE}\nindex ${index}\n${hashes}\n${signedCheckpoint}`;
}

/**
 * Checks such a proof for a line of the log.
 *
 * @returns the number of the entry.
 * @throws Refused where the proof cannot be read, the checkpoint's signature does not hold, or the line is not there.
 */
export function verifyProof(text: string, line: string, verifierKey: string): number {
  const parts =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra \S*\n)?index (0|[1-9]\d*)\n((?:[A-Za-z0-9+/]{43}=\n)*)\n(.*)$/s.exec(text);
  if (!parts) throw new Refused('This is no proof of a log entry: copy it again in full.');
  const [, index = '', hashes = '', signed = ''] = parts;
  const proof = hashes
    .split('\n')
    .slice(0, -1)
    .map((hash) => Buffer.from(hash, 'base64'));
  const { size, root } = openCheckpoint(signed, verifierKey);
  if (!verifyInclusion(Number(index), size, leafHash(line), proof, root)) {
    throw new Refused(
      `The proof does not lead from this entry to number ${index} of the log: one of them was changed.`,
    );
  }
  return Number(index);
}
