/** The part of a terminal that progress is shown on. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Says how far a work of several steps has come, on one line that overwrites itself and is gone at the end. Where
 * nobody watches (a pipe, a file) nothing is written.
 */
export function progressOn(screen: Screen): (done: number, total: number, what: string) => void {
  return (done, total, what) => {
    if (!screen.isTTY || total < 2) return;
    screen.write(done < total ? `\r\x1b[K${done + 1} of ${total}: ${what}` : '\r\x1b[K');
  };
}
