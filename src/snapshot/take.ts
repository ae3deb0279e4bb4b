// Page[] → Snapshot: rounded once, heads and feet folded into one row a page, no glyph ids.
import type { Placed, PlacedLine } from '../flow/index.ts';
import { segmentsOf, type Page } from '../pages/index.ts';
import type { Artwork } from '../pictures/index.ts';
import type { Colour } from '../theme/index.ts';
import { bounds, round } from './layout-json.ts';
import type { Row, Snapshot, SnapshotPage } from './row.ts';

export function takeSnapshot(pages: readonly Page[], pictures: ReadonlyMap<string, Artwork>): Snapshot {
  return { pages: pages.map((page) => takePage(page, pages.length, pictures)) };
}

function takePage(page: Page, total: number, pictures: ReadonlyMap<string, Artwork>): SnapshotPage {
  const rows: Row[] = [];
  const head: string[] = [];
  let previousY = 0;
  let previousTag: string | undefined;
  for (const item of page.items) {
    if (isHead(item)) {
      if (item.kind === 'line') head.push(withoutNumbers(item.line.text, page.number, total));
      continue;
    }
    const box = bounds(item);
    const y = round(item.kind === 'line' ? item.y : box.y);
    const dy = round(y - previousY);
    previousY = y;
    if (item.kind === 'line') {
      rows.push({
        kind: 'line', opens: item.tag === undefined || item.tag !== previousTag, role: item.role, dy,
        x: round(box.x), width: round(box.width), height: 0, style: lineStyle(item), text: item.line.text.replace(/\s+/g, ' '), span: item.line.span,
      });
      previousTag = item.tag;
    } else {
      previousTag = undefined;
      const place = { opens: true, role: item.role, dy, x: round(box.x), width: round(box.width), height: round(box.height), text: '' };
      const span = item.span === undefined ? {} : { span: item.span };
      if (item.kind === 'picture') rows.push({ kind: 'picture', ...place, ...span, style: (pictures.get(item.picture)?.hash ?? 'missing').slice(0, 12) });
      else rows.push({ kind: 'box', ...place, ...span, style: pathStyle(item) });
    }
  }
  return { width: round(page.width), height: round(page.height), head: head.join(' · '), rows };
}

function isHead(item: Placed): boolean {
  return item.kind === 'line' && (item.artifact === 'header' || item.artifact === 'footer');
}

/** "Side 18 af 40" → "Side {page} af {pages}": a page more elsewhere is no change here. */
function withoutNumbers(text: string, page: number, total: number): string {
  let seen = 0;
  return text.replace(/\d+/g, (digits) => {
    const value = Number(digits);
    if (seen === 0 && value === page) { seen = 1; return '{page}'; }
    if (seen === 1 && value === total) { seen = 2; return '{pages}'; }
    return digits;
  });
}

function lineStyle(item: PlacedLine): string {
  const faces: string[] = [];
  const colours: string[] = [];
  for (const run of item.line.runs) {
    if (!faces.includes(run.face)) faces.push(run.face);
    const colour = colourName(run.colour);
    if (!colours.includes(colour)) colours.push(colour);
  }
  return `${faces.join('+')} ${round(item.size)} ${colours.join('+')}${item.turned ? ' turned' : ''}`;
}

function colourName(colour: Colour): string {
  if ('gray' in colour) return `g${round(colour.gray)}`;
  return `#${colour.rgb.map((part) => Math.round(part * 255).toString(16).padStart(2, '0')).join('')}`;
}

function pathStyle(item: Extract<Placed, { kind: 'path' }>): string {
  const parts: string[] = [];
  if (item.fill) parts.push(`fill ${colourName(item.fill)}`);
  if (item.stroke) parts.push(`line ${round(item.stroke.width)} ${colourName(item.stroke.colour)}${item.stroke.cap ? ` ${item.stroke.cap}` : ''}`);
  const { x, y } = bounds(item);
  // Relative to its own corner: the shape, not the place.
  parts.push(digest(segmentsOf(item).map((segment) => segment.map((part, i) => (i === 0 ? part : round((part as number) - (i % 2 ? x : y)))).join(' ')).join(' ')));
  return parts.join(' ');
}

/** FNV-1a, 32 bits: short, the same on every machine; a fingerprint, no secret. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
