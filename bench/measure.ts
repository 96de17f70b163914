/** One measured row. `ratio` is value ÷ peerValue, so that machines can be compared where milliseconds cannot. */
export interface Row {
  readonly area: 'reading' | 'claims' | 'names' | 'register' | 'site' | 'desk';
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly peer?: string;
  readonly peerValue?: number;
  readonly ratio?: number;
}

/** How often a second a piece of work can be done: the median of seven rounds, after one to warm up. */
export function timesASecond(work: () => unknown, secondsARound = 0.25): number {
  const rounds: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    let done = 0;
    do {
      work();
      done += 1;
    } while (performance.now() - start < secondsARound * 1000);
    if (round > 0) rounds.push((done * 1000) / (performance.now() - start));
  }
  return rounds.sort((a, b) => a - b)[3] ?? 0;
}

/** A row beside a peer measured in the same run. */
export function beside(row: Omit<Row, 'ratio' | 'peer' | 'peerValue'>, peer: string, peerValue: number): Row {
  return { ...row, peer, peerValue, ratio: row.value / peerValue };
}
