import type { Piece } from './piece.ts';
import type { Medium } from './report.ts';
import type { Residue } from './residue.ts';
import { doubled, looksLikeHeading } from './shape.ts';

/**
 * The recordings that a page shows, and which of its pieces are captions that belong to a player and not to the story.
 *
 * @example
 * { media: [{ kind: 'video', missing: true, caption: 'No regrets' }], captions: new Set([12]) }
 */
export interface Players {
  readonly media: readonly Medium[];
  /** Places of the pieces that are captions of a player. */
  readonly captions: ReadonlySet<number>;
}

/**
 * Reads the players of a page from what is left of them: runs of lines that belong to one (`please wait`, `0:00 0:02:05
 * 0:00`), with the short or doubled line before a run as its caption. What the lines do not say is left open; a run
 * that says neither what it plays nor that it is missing is no recording of its own.
 */
export function playersOf(pieces: readonly Piece[], residues: readonly (Residue | null)[]): Players {
  const media: Medium[] = [];
  const captions = new Set<number>();
  for (let at = 0; at < pieces.length; at++) {
    if (!residues[at]?.player) continue;
    let stop = at + 1;
    while (stop < pieces.length && residues[stop]?.player) stop++;
    const caption = captionBefore(pieces, residues, at);
    if (caption) captions.add(at - 1);
    media.push(...mediaOf(residues.slice(at, stop), caption));
    at = stop - 1;
  }
  return { media, captions };
}

function captionBefore(pieces: readonly Piece[], residues: readonly (Residue | null)[], at: number): string | null {
  const before = pieces[at - 1];
  if (!before || residues[at - 1] || residues[at]?.player?.kind === 'audio') return null;
  const twice = doubled(before.text);
  if (twice) return twice;
  const own = before.hint === 'player' || (before.hint === undefined && before.paragraph === pieces[at]?.paragraph);
  return own && looksLikeHeading(before.text) ? before.text : null;
}

function mediaOf(run: readonly (Residue | null)[], caption: string | null): Medium[] {
  const media: Medium[] = [];
  let lines: NonNullable<Residue['player']>[] = [];
  const close = () => {
    const kind = lines.find((line) => line.kind !== 'any')?.kind ?? (caption && media.length === 0 ? 'video' : 'any');
    if (kind !== 'any') media.push(mediumOf(kind, lines, kind === 'video' ? caption : null));
    lines = [];
  };
  for (const { player } of run.filter((line) => line !== null)) {
    // A line of another kind begins another player: "Listen" stands above the voice, not above the film before it.
    const kind = lines.find((line) => line.kind !== 'any')?.kind;
    if (player && kind && player.kind !== 'any' && player.kind !== kind) close();
    if (player) lines.push(player);
  }
  close();
  return media;
}

function mediumOf(
  kind: 'audio' | 'video',
  lines: readonly NonNullable<Residue['player']>[],
  caption: string | null,
): Medium {
  const seconds = lines.find((line) => line.seconds !== undefined)?.seconds;
  return {
    kind,
    ...(seconds !== undefined && { seconds }),
    ...(lines.some((line) => line.machineMade) && { machineMade: true }),
    ...(lines.some((line) => line.missing) && { missing: true }),
    ...(caption !== null && { caption }),
  };
}
