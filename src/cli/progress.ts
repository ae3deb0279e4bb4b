// Work that takes over a second → one line on the terminal that says what it is doing, and is gone when it is done.
const PATIENCE_MS = 1000;

export interface Progress {
  /** What is done from now on; shown once a second has passed. */
  step(what: string): void;
  done(): void;
}

interface Terminal { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

/** Milliseconds on the clock that `startProgress` counts on; `performance` would load a tenth of Node first. */
export function startedAt(): number {
  return process.uptime() * 1000;
}

/** Nothing is written where nobody looks: to a file, a pipe or CI. */
export function startProgress(terminal: Terminal, start: number, now: () => number = startedAt): Progress {
  if (terminal.isTTY !== true) return { step: () => undefined, done: () => undefined };
  let begun: number | undefined = start, what = '', shown = false, timer: NodeJS.Timeout | undefined;
  const show = (): void => {
    if (timer) clearTimeout(timer);
    timer = undefined;
    const room = Math.max(10, (terminal.columns ?? 80) - 1);
    const text = `${what} …`;
    terminal.write(`\r\u001b[K${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
    shown = true;
  };
  return {
    step(next) {
      begun ??= now();
      what = next;
      const left = begun + PATIENCE_MS - now();
      if (left <= 0) return show();
      if (timer) clearTimeout(timer);
      timer = setTimeout(show, left);
      timer.unref();
    },
    done() {
      if (timer) clearTimeout(timer);
      timer = undefined;
      if (shown) terminal.write('\r\u001b[K');
      shown = false;
      begun = undefined;
    },
  };
}
