// Pages made up → Pages: every piece at its place, strokes beside what goes on over pages, notes at the foot, head and folio.
import type { FrameOpen, Placed, Slab } from '../flow/index.ts';
import { forward } from './stretch.ts';
import type { Step } from './cursor.ts';
import type { MadeUp, MadeUpPage } from './fill-pages.ts';
import { move } from './move.ts';
import type { Page } from './page.ts';

export interface Furniture {
  decorate(page: { readonly number: number; readonly pages: number; readonly title?: string; readonly bare: boolean }): readonly Placed[];
  label(number: number, pages: number): string;
}

type Anchor = Page['anchors'][number];
interface OpenFrame { readonly frame: FrameOpen; readonly first: boolean; top: number | undefined; bottom: number; readonly dx: number }

/** Takes the pages out of `madeUp`: of a long book, not all galleys stand in memory beside the pages made from them. */
export function finishPages(madeUp: MadeUp, furniture: Furniture): Page[] {
  const finished: Page[] = [];
  for (let page = madeUp.pages.shift(); page; page = madeUp.pages.shift()) finished.push(finishPage(page, madeUp, furniture));
  return finished;
}

function finishPage(page: MadeUpPage, { facts: { pages }, master, notes }: MadeUp, furniture: Furniture): Page {
  const { galley, number } = page;
  // On a mirrored sheet the text area of a left page begins where a right one's ends, seen from the other edge.
  const shift = master.mirrored && number % 2 === 0 ? master.width - master.area.width - 2 * master.area.x : 0;
  const furnitureItems = furniture.decorate({ number, pages, bare: galley.bare || page.blank, ...(galley.title === undefined ? {} : { title: galley.title }) });
  const known = finished.get(page.cuts);
  if (known && known.shift === shift && known.notes === notes && known.master === master && known.page.chapter === galley.chapter && known.page.number === number
    && known.page.label === furniture.label(number, pages) && sameFurniture(known.furniture, furnitureItems)) return known.page;
  const items: Placed[] = [];
  const anchors: Anchor[] = [];
  const { area } = master;
  const step = (area.width - master.gutter * (master.columns - 1)) / master.columns + master.gutter;
  page.cuts.forEach(({ candidate }, column) => {
    const dx = column * step;
    drawTrail(forward(candidate.cursor.trail), dx, items, anchors, area.x);
    drawNotes(candidate.cursor.notes.slabs, area.y + area.height, dx, notes, items, anchors, area.x);
  });
  const made: Page = {
    number, label: furniture.label(number, pages), width: master.width, height: master.height, blank: page.blank,
    items: [...furnitureItems, ...(shift === 0 ? items : items.map((item) => move(item, shift, 0)))],
    anchors: shift === 0 ? anchors : anchors.map((anchor) => ({ ...anchor, x: anchor.x + shift })),
    ...(galley.chapter === undefined ? {} : { chapter: galley.chapter }),
  };
  finished.set(page.cuts, { page: made, furniture: furnitureItems, shift, notes, master });
  return made;
}

/** A page whose cuts, place and furniture are what they were is the very same page. */
const finished = new WeakMap<MadeUpPage['cuts'], { readonly page: Page; readonly furniture: readonly Placed[]; readonly shift: number; readonly notes: MadeUp['notes']; readonly master: MadeUp['master'] }>();

function sameFurniture(a: readonly Placed[], b: readonly Placed[]): boolean {
  return a.length === b.length && a.every((item, index) => {
    const other = b[index];
    return item.kind === 'line' && other?.kind === 'line' && item.line === other.line && item.x === other.x && item.y === other.y && item.role === other.role;
  });
}

function drawTrail(steps: readonly Step[], dx: number, items: Placed[], anchors: Anchor[], left: number): void {
  const open: OpenFrame[] = [];
  for (const step of steps) {
    if (step.kind === 'open') open.push({ frame: step.frame, first: step.first, top: undefined, bottom: 0, dx: step.dx });
    else if (step.kind === 'close') {
      const closed = open.pop();
      if (closed?.frame.beside && closed.top !== undefined) {
        for (const item of closed.frame.beside(closed.top, closed.bottom, closed.first, step.last)) items.push(move(item, dx + closed.dx, 0));
      }
    } else {
      drawSlab(step.slab, step.y, dx + step.dx, step.artifact, items);
      if (!step.artifact) for (const name of step.slab.anchors) anchors.push({ name, x: left, y: step.y });
      for (const frame of open) {
        frame.top ??= step.y;
        frame.bottom = Math.max(frame.bottom, step.y + step.slab.height);
      }
    }
  }
}

function drawSlab(slab: Slab, y: number, dx: number, artifact: boolean, items: Placed[]): void {
  for (const item of slab.content) items.push(artifact ? withoutTag(move(item, dx, y)) : move(item, dx, y));
}

/** What repeats is seen again, not read again. */
function withoutTag(item: Placed): Placed {
  if (item.kind === 'line') return { ...untagged(item), line: { ...item.line, runs: item.line.runs.map(untagged) }, artifact: 'layout' };
  return untagged(item);
}

function untagged<T extends { readonly tag?: string }>(tagged: T): T {
  if (tagged.tag === undefined) return tagged;
  const copy: T & { tag?: string } = { ...tagged };
  delete copy.tag;
  return copy;
}

/** The last note's last line stands at the area's bottom. */
function drawNotes(slabs: readonly Slab[], bottom: number, dx: number, style: MadeUp['notes'], items: Placed[], anchors: Anchor[], left: number): void {
  if (slabs.length === 0) return;
  const gaps = slabs.map((slab, index) => (index > 0 && slab.anchors.length > 0 ? style.between : 0));
  let y = bottom - slabs.reduce((sum, slab, index) => sum + slab.height + (gaps[index] ?? 0), 0);
  for (const item of style.rule(y - style.ruleToTop)) items.push(move(item, dx, 0));
  slabs.forEach((slab, index) => {
    y += gaps[index] ?? 0;
    drawSlab(slab, y, dx, false, items);
    for (const name of slab.anchors) anchors.push({ name, x: left, y });
    y += slab.height;
  });
}
