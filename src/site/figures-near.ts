import type { SourceFigure } from '../register/question.ts';
import type { Day } from '../time/day.ts';
import { EARLIEST } from '../time/edtf.ts';
import type { View } from './view.ts';

/**
 * For each source, the two figures of those held that stand around a day: the last before it and the first on or after
 * it, or the last two where none comes after. Nothing for a source that gave no two such figures.
 */
export function bridgesNear(view: View, day: Day): readonly (readonly [SourceFigure, SourceFigure])[] {
  return heldBySource(view).flatMap((figures) => {
    const next = figures.findIndex(({ on }) => on.to >= day);
    const [from, to] = next === -1 ? figures.slice(-2) : [figures[next - 1], figures[next]];
    return from && to ? [[from, to] as const] : [];
  });
}

/** The figures of those held nearest to a day: those a bridge joins, and of a source without a bridge the nearest one. */
export function figuresNear(view: View, day: Day): readonly SourceFigure[] {
  const joined = bridgesNear(view, day).flat();
  const alone = heldBySource(view).flatMap((figures) => {
    const nearest = figures.findLast(({ on }) => on.to <= day) ?? figures[0];
    return nearest && !joined.some(({ source }) => source === nearest.source) ? [nearest] : [];
  });
  return [...joined, ...alone];
}

// A figure of which nobody says for when has no neighbours.
function heldBySource({ figures }: View): readonly (readonly SourceFigure[])[] {
  const held = figures
    .filter(({ measure, on }) => measure === 'held' && on.from > EARLIEST)
    .toSorted((a, b) => (a.on.to < b.on.to ? -1 : a.on.to > b.on.to ? 1 : 0));
  return [...Map.groupBy(held, ({ source }) => source).values()];
}
