// Flowed blocks, one under the other → one: the space between them, what must keep together, headings beside their text.
import type { Span } from '../document/index.ts';
import type { FlowedBlock } from './builder.ts';
import type { BreakRule, FlowItem, Slab } from './item.ts';
import { moveAll } from './move.ts';

export interface Part {
  readonly flowed: FlowedBlock;
  readonly span: Span;
  /** Its last line announces what follows ("… these three:"). */
  readonly announces: boolean;
  /** It can be announced: a list, code, a table, anything but running text. */
  readonly announced: boolean;
}

export const EMPTY: FlowedBlock = { items: [], tags: [], before: 0, after: 0, rise: 0, snap: false };

export interface JoinRules {
  /** The grid's step, where the lines here stand on it. */
  readonly step: number | undefined;
  /** Least space from a side heading that reaches below its text. */
  readonly sideGap: number;
}

export function joinBlocks(parts: readonly Part[], rules: JoinRules): FlowedBlock {
  const items: FlowItem[] = [];
  const tags = parts.flatMap(({ flowed }) => flowed.tags);
  let first: FlowedBlock | undefined;
  let last: Part | undefined;
  const solid = withSideHeadings(parts, rules);
  for (const part of solid) {
    const { flowed } = part;
    if (flowed.items.length === 0) continue;
    if (last && first) items.push(...gapBetween(last, part, rules));
    else first = flowed;
    items.push(...flowed.items);
    last = part;
  }
  if (!first || !last) return { ...EMPTY, tags };
  const { keepWithNext } = last.flowed;
  return {
    items, tags, before: first.before, after: last.flowed.after, rise: first.rise, snap: first.snap,
    ...(keepWithNext === undefined ? {} : { keepWithNext }), ...(first.force === undefined ? {} : { force: first.force }),
  };
}

/** What a cut before one of `count` rows breaks: one alone on its page, the first or the last, looks lost. */
export const loneAt = (index: number, count: number): BreakRule[] => [index === 1, index === count - 1].flatMap((alone): BreakRule[] => (alone ? ['loneItem'] : []));

function gapBetween(above: Part, below: Part, rules: JoinRules): FlowItem[] {
  const broken: BreakRule[] = [];
  if (above.flowed.keepWithNext) broken.push(above.flowed.keepWithNext);
  else if (above.announces && below.announced) broken.push('listIntro');
  const gap: FlowItem[] = [];
  const force = below.flowed.force;
  if (force) gap.push({ kind: 'penalty', rules: [], force, span: below.span });
  else if (broken.length > 0) gap.push({ kind: 'penalty', rules: broken, span: below.span });
  const height = Math.max(below.flowed.before, above.flowed.after - below.flowed.rise, 0);
  gap.push({ kind: 'space', height, ...(below.flowed.snap && rules.step !== undefined ? { snap: rules.step } : {}) });
  return gap;
}

/** Side headings joined to the first line of what follows; where that cannot be, they stand by themselves. */
function withSideHeadings(parts: readonly Part[], rules: JoinRules): Part[] {
  const joined: Part[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    const heading = part.flowed.sideHeading;
    if (!heading) { joined.push(part); continue; }
    let next = index + 1;
    // What has no ink (an empty group) does not stand between a heading and its text.
    while (next < parts.length && parts[next]?.flowed.items.length === 0 && !parts[next]?.flowed.sideHeading) next += 1;
    const below = parts[next];
    const beside = below && !below.flowed.sideHeading && !below.flowed.force ? besideFirst(heading, below.flowed.items, rules) : undefined;
    if (below && beside) {
      const before = Math.max(part.flowed.before, below.flowed.before);
      const { force } = part.flowed;
      joined.push({ ...below, flowed: { ...below.flowed, items: beside, before, ...(force ? { force } : {}) } });
      index = next;
    } else {
      joined.push({ ...part, flowed: { ...part.flowed, items: [heading], keepWithNext: 'heading' } });
    }
  }
  return joined;
}

/** `items` with the heading beside the first line; undefined where the side column is taken or there is no line. */
function besideFirst(heading: Slab, items: readonly FlowItem[], rules: JoinRules): readonly FlowItem[] | undefined {
  const [head, ...rest] = items;
  if (head?.kind === 'slab') return head.side ? undefined : [beside(heading, head, rules), ...rest];
  if (head?.kind === 'open') {
    const inner = besideFirst(heading, rest, rules);
    return inner && !head.onContinue?.side ? [head, ...inner] : undefined;
  }
  if (head?.kind !== 'paragraph') return undefined;
  const alternatives = head.alternatives.map((alternative) => {
    const [line, ...lines] = alternative.slabs;
    return line ? { ...alternative, slabs: [beside(heading, line, rules), ...lines] } : alternative;
  });
  return [{ ...head, alternatives }, ...rest];
}

/** Level: the heading's first baseline on the slab's. A slab without a line of text takes it at its top. */
function beside(heading: Slab, slab: Slab, rules: JoinRules): Slab {
  const dy = slab.lines > 0 ? slab.anchor - heading.anchor : 0;
  return {
    ...slab, heading: true, anchors: [...heading.anchors, ...slab.anchors], notes: [...heading.notes, ...slab.notes],
    content: [...moveAll(heading.content, 0, dy), ...slab.content],
    side: { height: heading.height + dy + rules.sideGap },
  };
}
