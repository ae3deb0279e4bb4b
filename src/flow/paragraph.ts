// Paragraph's settings → a ParagraphItem: each line a slab, its baseline the line that snaps.
import type { NodeId, Span } from '../document/index.ts';
import type { Line, Settings } from '../text/index.ts';
import type { RoleStyle } from '../theme/index.ts';
import type { ParagraphItem, Slab } from './item.ts';
import type { Placed, PlacedLine } from './placed.ts';

export interface LinePlace {
  readonly x: number;
  readonly style: RoleStyle;
  /** From a line box's top to its baseline. */
  readonly baseline: number;
  readonly tag?: NodeId;
  readonly anchors: readonly string[];
  readonly beside: readonly Placed[];
}

export function placeLine(line: Line, x: number, y: number, style: RoleStyle, tag: NodeId | undefined): PlacedLine {
  const { size, role } = style;
  return tag === undefined ? { kind: 'line', x, y, line, size, role } : { kind: 'line', x, y, line, size, role, tag };
}

/** Of a line's leading: what letters of the line above reach below their baseline, where a box begins there. */
const BELOW = 0.25;

/** A picture among words that is taller than its line makes the line taller, and stands clear of the line above. */
const extraHeight = (line: Line, baseline: number, leading: number): number => {
  const tallest = Math.max(0, ...line.objects.map(({ height }) => height));
  if (tallest <= baseline) return 0;
  return tallest - baseline + (baseline >= leading ? BELOW * leading : 0);
};

const NONE: readonly never[] = [];

function lineSlab(line: Line, first: boolean, place: LinePlace): Slab {
  const extra = line.objects.length === 0 ? 0 : extraHeight(line, place.baseline, place.style.leading);
  const baseline = place.baseline + extra;
  const text = placeLine(line, place.x, baseline, place.style, place.tag);
  const slab: Slab = {
    kind: 'slab', height: place.style.leading + extra, anchor: baseline,
    content: first && place.beside.length > 0 ? [...place.beside, text] : [text],
    notes: line.notes, anchors: first ? place.anchors : NONE, lines: 1, span: line.span,
  };
  return line.hyphenated ? Object.assign(slab, { hyphenated: true }) : slab;
}

export function paragraphItem(id: NodeId, span: Span, settings: Settings, keep: boolean, place: LinePlace): ParagraphItem {
  const alternatives = settings.map((setting) => ({
    slabs: setting.lines.map((line, index) => lineSlab(line, index === 0, place)), demerits: setting.demerits,
  }));
  return { kind: 'paragraph', alternatives, keep, span, id };
}
