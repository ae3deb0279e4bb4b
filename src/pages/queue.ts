// Places where a page can begin → the next one to look at: in the order of the text, each with the cheapest way to it.
import { endOf } from './cursor.ts';
import { comparePositions, keyOf, type Position } from './position.ts';
import type { Cut } from './search.ts';

export interface State {
  readonly position: Position;
  readonly total: number;
  readonly cut: Cut | undefined;
  readonly before: State | undefined;
  /** Regions so far. */
  readonly count: number;
}

/** States in the order of their positions: a page's end is always behind its beginning, so each is final when taken. */
export class Queue {
  private readonly byEnd: boolean;

  private readonly states = new Map<string, State>();
  private readonly heap: State[] = [];

  /** `byEnd`: ways to a place are not the same where the page before ends elsewhere, or is on the other side. */
  constructor(byEnd: boolean) {
    this.byEnd = byEnd;
  }

  offer(state: State): void {
    const side = this.byEnd ? `/${state.count % 2}` : '';
    const end = this.byEnd && state.cut ? `/${Math.round(endOf(state.cut.candidate.cursor))}` : '';
    const key = `${keyOf(state.position)}${side}${end}`;
    const known = this.states.get(key);
    if (known && known.total <= state.total) return;
    this.states.set(key, state);
    this.push(state);
    if (known) this.dead.add(known);
  }

  private readonly dead = new Set<State>();

  take(): State | undefined {
    for (;;) {
      const state = this.pop();
      if (!state || !this.dead.delete(state)) return state;
    }
  }

  private before(a: State, b: State): boolean {
    return (comparePositions(a.position, b.position) || b.position.floats.length - a.position.floats.length || b.position.carried.length - a.position.carried.length) < 0;
  }

  private push(state: State): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(state);
    while (at > 0) {
      const up = (at - 1) >> 1;
      const parent = heap[up] as State;
      if (!this.before(state, parent)) break;
      heap[at] = parent;
      at = up;
    }
    heap[at] = state;
  }

  private pop(): State | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (!top || !last || heap.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= heap.length) break;
      if (down + 1 < heap.length && this.before(heap[down + 1] as State, heap[down] as State)) down++;
      if (!this.before(heap[down] as State, last)) break;
      heap[at] = heap[down] as State;
      at = down;
    }
    heap[at] = last;
    return top;
  }
}
