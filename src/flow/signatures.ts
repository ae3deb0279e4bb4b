// Signatures → place, date and body beside lines to sign on, names and roles under them: one piece that stays whole.
import type { Inline, Signatory, Signatures, Span } from '../document/index.ts';
import type { BlockContext, FlowedBlock, Stretch } from './builder.ts';
import { plainInlines } from './context.ts';
import type { FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';
import type { Placed } from './placed.ts';
import type { TagNode } from './tag.ts';

/** Of a page's height: a heading before it wants room, and grids round up. */
const FULLEST = 0.95;

export function flowSignatures(block: Signatures, context: BlockContext): FlowedBlock {
  const { signatures } = context.theme.components;
  const { zone } = context;
  const side = signatures.place === 'side' ? zone.side : undefined;
  const head = setHead(block, side ?? zone, context);
  const rows = setRows(block, context);
  const outer = side ? zone.full : zone;
  const top = side ? 0 : head.height;
  const content: Placed[] = [context.rule(outer.x, outer.width, 0, signatures.rule), ...head.content];
  const slabs: Slab[] = [];
  let y = top;
  const { area } = context.theme.master;
  let pending: Placed[] = content;
  let from = 0;
  const finish = (): void => {
    const whole = slabs.length === 0 && side ? Math.max(y - from, head.height) : y - from;
    slabs.push(context.slab(whole, moveAll(pending, 0, -from), {
      span: block.span, anchor: slabs.length === 0 ? context.halfLine : 0, lines: 0, ...(outer.x < zone.x ? { side: whole } : {}),
    }));
    pending = [];
    from = y;
  };
  const whole = rows.reduce((sum, row) => sum + row.height, top) <= area.height * FULLEST;
  rows.forEach((row, index) => {
    // Only a group higher than a page is parted, between its rows; the first two and the last two stay together.
    if (!whole && index > 1 && index < rows.length - 1) finish();
    pending.push(...moveAll(row.content, 0, y));
    y += row.height;
  });
  const last = rows[rows.length - 1];
  if (last) y += last.end - last.height;
  finish();
  const items: FlowItem[] = slabs.flatMap((slab, index): FlowItem[] =>
    (index === 0 ? [slab] : [{ kind: 'penalty', rules: ['tornBox'], span: block.span }, { kind: 'space', height: 0 }, slab]));
  const tags = [context.tag(block.id, 'Div', block.span, [...head.tags, ...rows.flatMap((row) => row.tags)])];
  return { items, tags, ...context.componentSpacing(signatures), snap: context.onGrid };
}

/** Place and date in the publication's language, the body under them. */
function setHead(block: Signatures, stretch: Stretch, context: BlockContext): { content: readonly Placed[]; height: number; tags: readonly TagNode[] } {
  const { signatures } = context.theme.components;
  const style = context.style('signature-date');
  const { place } = block;
  const date = block.date === undefined ? undefined : context.date(block.date);
  const text = place !== undefined && date !== undefined ? placeAndDate(place, date, stretch, block.span, context) : place ?? date;
  const content: Placed[] = [];
  const tags: TagNode[] = [];
  let y = context.lineTop(signatures.toText, style);
  if (text !== undefined) {
    const id = `${block.id}/date`;
    const set = context.text(text, style, stretch.x, stretch.width, block.span, { tag: id });
    content.push(...moveAll(set.content, 0, y));
    tags.push(context.tag(id, 'P', block.span));
    y += set.height + signatures.bodyGap;
  }
  if (block.body.length > 0) {
    const inner = context.within({ zone: { ...stretch, full: stretch }, body: context.style('signature-body'), onGrid: false, depth: context.depth + 1 }).flowBlocks(block.body);
    const composed = context.compose(inner.items);
    content.push(...moveAll(composed.content, 0, y));
    tags.push(...inner.tags);
    y += composed.height;
  }
  return { content, tags, height: content.length === 0 ? 0 : y };
}

/** In the narrow side column the date begins a line of its own, as letters are dated by hand; elsewhere it follows the place. */
function placeAndDate(place: string, date: string, stretch: Stretch, span: Span, context: BlockContext): string | readonly Inline[] {
  const whole = context.fill(context.labels.placeAndDate, { place, date: date.replace(/ /g, '\u00a0') });
  const at = whole.indexOf(date.replace(/ /g, '\u00a0'));
  if (stretch.width >= context.zone.width || at <= 0) return whole;
  return [...plainInlines(whole.slice(0, at).trimEnd(), span), { kind: 'break', span }, ...plainInlines(whole.slice(at), span)];
}

interface Row {
  readonly content: readonly Placed[];
  /** To where the next row begins. */
  readonly height: number;
  /** To where the words end. */
  readonly end: number;
  readonly tags: readonly TagNode[];
}

function setRows(block: Signatures, context: BlockContext): Row[] {
  const { line, gutter, rows: gap } = context.theme.components.signatures;
  const { zone } = context;
  // As many across as asked for, if lines stay long enough to sign on.
  const room = (zone.width - (block.columns - 1) * gutter) / block.columns;
  const across = block.columns === 2 && room >= LEAST_LINE ? 2 : 1;
  const width = Math.min(line.width, (zone.width - (across - 1) * gutter) / across);
  const rows: Row[] = [];
  for (let from = 0; from < block.people.length; from += across) {
    const people = block.people.slice(from, from + across).map((person, index) => setPerson(person, { x: zone.x + index * (width + gutter), width }, context));
    rows.push({
      content: people.flatMap(({ content }) => content), tags: people.flatMap(({ tags }) => tags),
      height: Math.max(...people.map(({ height }) => height)) + gap, end: Math.max(...people.map(({ end }) => end)),
    });
  }
  return rows;
}

/** A hand's signature: about 40 mm. */
const LEAST_LINE = 113;

function setPerson(person: Signatory, stretch: Stretch, context: BlockContext): Row {
  const { line, toName } = context.theme.components.signatures;
  const nameStyle = context.style('signature-name');
  const roleStyle = context.style('signature-role');
  const content: Placed[] = [context.rule(stretch.x, stretch.width, line.free, line.stroke)];
  const nameId = `${person.id}/name`;
  const name = context.text(person.name, nameStyle, stretch.x, stretch.width, person.span, { tag: nameId });
  let y = line.free + context.lineTop(toName, nameStyle);
  content.push(...moveAll(name.content, 0, y));
  y += name.height;
  const tags: TagNode[] = [context.tag(nameId, 'P', person.span, context.inlineTags(person.name))];
  let [end, words] = [y, context.textEnd(y, nameStyle)];
  // Roles are set closer: their first baseline follows the name's by their own leading.
  if (person.roles.length > 0) y = context.textEnd(y, nameStyle) + context.lineTop(context.theme.distances === 'boxes' ? 0 : roleStyle.leading, roleStyle);
  person.roles.forEach((role, index) => {
    const id = `${person.id}/role${index + 1}`;
    const set = context.text(role, roleStyle, stretch.x, stretch.width, person.span, { tag: id });
    content.push(...moveAll(set.content, 0, y));
    tags.push(context.tag(id, 'P', person.span, context.inlineTags(role)));
    y += set.height;
    [end, words] = [y, context.textEnd(y, roleStyle)];
  });
  // On a grid, rows of people stand on its lines.
  const step = context.theme.master.grid?.step;
  return { content, tags, end: words, height: step === undefined ? end : Math.ceil(end / step - 0.01) * step };
}
