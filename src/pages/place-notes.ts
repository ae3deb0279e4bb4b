// Galleys → the same, with each note once: at its first mark; behind the first note that mentions it, where only notes do; at
// its chapter's end, where notes only mention each other.
import type { NodeId } from '../document/index.ts';
import type { FlowItem, Galley, NoteItem, Slab } from '../flow/index.ts';

export function placeNotes(all: readonly Galley[]): readonly Galley[] {
  const seen = new Set<NodeId>();
  const firsts = all.map((galley) => {
    const items = firstMarks(galley.items, seen);
    return items === galley.items ? galley : { ...galley, items };
  });
  return placeInnerNotes(firsts.every((galley, index) => galley === all[index]) ? all : firsts);
}

/** The same items, unless a note is marked again: then what marks it again asks for none. */
function firstMarks(items: readonly FlowItem[], seen: Set<NodeId>): readonly FlowItem[] {
  const marks = marksIn(items);
  if (marks.length === 0) return items;
  let changed = false;
  const first = (slab: Slab, known: Set<NodeId>): Slab => {
    if (slab.notes.length === 0) return slab;
    const notes = slab.notes.filter((id) => !known.has(id) && known.add(id));
    if (notes.length === slab.notes.length) return slab;
    changed = true;
    return { ...slab, notes };
  };
  const made = items.map((item): FlowItem => {
    if (item.kind === 'slab') return first(item, seen);
    if (item.kind === 'float') return { ...item, slab: first(item.slab, seen) };
    if (item.kind === 'columns') {
      const galley = firstMarks(item.galley, seen);
      changed ||= galley !== item.galley;
      return { ...item, galley };
    }
    if (item.kind !== 'paragraph') return item;
    // Every way to set a paragraph holds the same marks.
    const ways = item.alternatives.map((way) => ({ way, known: new Set(seen) }));
    const alternatives = ways.map(({ way, known }) => ({ ...way, slabs: way.slabs.map((slab) => first(slab, known)) }));
    for (const id of ways[0]?.known ?? []) seen.add(id);
    return { ...item, alternatives };
  });
  return changed ? made : items;
}

function placeInnerNotes(galleys: readonly Galley[]): readonly Galley[] {
  const marked = new Set<NodeId>();
  for (const { items } of galleys) for (const id of marksIn(items)) marked.add(id);
  const all = new Map<NodeId, NoteItem>();
  for (const { notes } of galleys) for (const [id, note] of notes) all.set(id, note);
  if (all.size === 0) return galleys;
  const placed = new Map<NodeId, NoteItem>();
  const reached = new Set(marked);
  const gather = (note: NoteItem): readonly Slab[] => [...note.slabs, ...note.slabs.flatMap(({ notes }) => notes).flatMap((id) => {
    const inner = all.get(id);
    if (!inner || reached.has(id)) return [];
    reached.add(id);
    return gather(inner);
  })];
  for (const [id, note] of all) if (marked.has(id)) placed.set(id, { ...note, slabs: gather(note) });
  const lost = [...all.keys()].filter((id) => !reached.has(id));
  const heads: NodeId[] = [];
  for (const id of lost) {
    const note = all.get(id);
    if (!note || reached.has(id)) continue;
    reached.add(id);
    heads.push(id);
    placed.set(id, { ...note, slabs: gather(note) });
  }
  if (heads.length === 0 && [...placed].every(([id, note]) => note.slabs.length === all.get(id)?.slabs.length)) return galleys;
  return galleys.map((galley) => {
    const own = heads.filter((id) => galley.notes.has(id) && lastWith(galleys, id) === galley);
    return { ...galley, items: own.length > 0 ? markLast(galley.items, own) : galley.items, notes: new Map([...galley.notes].map(([id, note]) => [id, placed.get(id) ?? note])) };
  });
}

/** Looked for once in the same items. */
export function marksIn(items: readonly FlowItem[]): readonly NodeId[] {
  let marks = known.get(items);
  if (!marks) known.set(items, (marks = [...slabsOf(items)].flatMap(({ notes }) => notes)));
  return marks;
}
const known = new WeakMap<readonly FlowItem[], readonly NodeId[]>();

const lastWith = (galleys: readonly Galley[], id: NodeId): Galley | undefined => galleys.findLast(({ notes }) => notes.has(id));

function* slabsOf(items: readonly FlowItem[]): Generator<Slab> {
  for (const item of items) {
    if (item.kind === 'slab') yield item;
    else if (item.kind === 'float') yield item.slab;
    else if (item.kind === 'paragraph') for (const { slabs } of item.alternatives) yield* slabs;
    else if (item.kind === 'columns') yield* slabsOf(item.galley);
  }
}

/** As if the galley's last piece held the marks. */
function markLast(items: readonly FlowItem[], ids: readonly NodeId[]): readonly FlowItem[] {
  const at = items.findLastIndex(({ kind }) => kind === 'slab' || kind === 'paragraph');
  const mark = (slab: Slab): Slab => ({ ...slab, notes: [...slab.notes, ...ids] });
  return items.map((item, index): FlowItem => {
    if (index !== at) return item;
    if (item.kind === 'slab') return mark(item);
    if (item.kind !== 'paragraph') return item;
    return { ...item, alternatives: item.alternatives.map((way) => ({ ...way, slabs: way.slabs.map((slab, line) => (line === way.slabs.length - 1 ? mark(slab) : slab)) })) };
  });
}
