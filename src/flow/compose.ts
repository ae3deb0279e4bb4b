// Items → one piece that is never cut: spaces kept, paragraphs in their best setting, columns balanced side by side.
import type { ColumnsItem, FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';

export interface Composed { readonly content: readonly Placed[]; readonly height: number; readonly anchors: readonly string[] }

/** `shift` moves all content, for a first line whose box should begin at 0. */
export function composeItems(items: readonly FlowItem[], shift = 0): Composed {
  const content: Placed[] = [];
  const anchors: string[] = [];
  const open: { frame: Extract<FlowItem, { kind: 'open' }>; from: number }[] = [];
  let y = 0;
  let sideEnd = 0;
  let space = 0;
  let started = false;
  const add = (slab: Slab): void => {
    if (started) y += space;
    space = 0;
    started = true;
    if (slab.side) y = Math.max(y, sideEnd);
    for (const entry of open) if (Number.isNaN(entry.from)) entry.from = y;
    content.push(...moveAll(slab.content, 0, y + shift));
    anchors.push(...slab.anchors);
    if (slab.side) sideEnd = y + slab.side.height;
    y += slab.height;
  };
  for (const item of items) {
    switch (item.kind) {
      case 'slab': add(item); break;
      case 'float': add(item.slab); break;
      case 'paragraph': for (const slab of item.alternatives[0]?.slabs ?? []) add(slab); break;
      case 'space': space = Math.max(space, item.height); break;
      case 'penalty': break;
      case 'open': open.push({ frame: item, from: NaN }); break;
      case 'close': {
        const entry = open.pop();
        if (entry?.frame.beside && !Number.isNaN(entry.from)) content.unshift(...moveAll(entry.frame.beside(entry.from, y, true, true), 0, shift));
        break;
      }
      case 'columns': {
        const columns = composeColumns(item);
        add({ kind: 'slab', height: columns.height, content: columns.content, anchor: 0, notes: [], anchors: columns.anchors, lines: 0, span: item.span });
        break;
      }
    }
  }
  return { content, height: Math.max(y, sideEnd), anchors };
}

/** Columns inside something that is never cut: the least height into which the galley's pieces fit in order. */
function composeColumns(item: ColumnsItem): Composed {
  const pieces = splitPieces(item.galley).map((piece) => ({ piece, composed: composeItems(piece) }));
  const total = pieces.reduce((sum, { composed }) => sum + composed.height, 0);
  let height = total / item.xs.length;
  let columns = fillColumns(pieces, height);
  while (columns.length > item.xs.length && height < total) {
    height = Math.min(total, height + Math.max(1, total / 100));
    columns = fillColumns(pieces, height);
  }
  const content: Placed[] = [];
  const anchors: string[] = [];
  let tallest = 0;
  columns.forEach((column, index) => {
    const composed = composeItems(column);
    content.push(...moveAll(composed.content, item.xs[Math.min(index, item.xs.length - 1)] ?? 0, 0));
    anchors.push(...composed.anchors);
    tallest = Math.max(tallest, composed.height);
  });
  return { content, height: tallest, anchors };
}

type Piece = readonly FlowItem[];

function splitPieces(galley: readonly FlowItem[]): Piece[] {
  const pieces: FlowItem[][] = [[]];
  for (const item of galley) {
    const current = pieces[pieces.length - 1] ?? [];
    const hard = current.some((entry) => entry.kind === 'penalty' && entry.rules.length > 0);
    if (item.kind === 'space' && !hard) pieces.push([item]);
    else current.push(item);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function fillColumns(pieces: readonly { piece: Piece; composed: Composed }[], height: number): FlowItem[][] {
  const columns: FlowItem[][] = [[]];
  let used = 0;
  for (const { piece, composed } of pieces) {
    if (used > 0 && used + composed.height > height + 0.01) { columns.push([]); used = 0; }
    columns[columns.length - 1]?.push(...piece);
    used += composed.height;
  }
  return columns;
}
