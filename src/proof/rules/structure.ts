// What stands beside each other and is unlike: items of a list, headings of one level, paragraphs that say the same twice.
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

const lists: Rule = {
  id: 'list-endings', severity: 'info',
  *check({ passages }) {
    const byList = new Map<string, Passage[]>();
    for (const passage of passages) {
      if (!passage.list) continue;
      const items = byList.get(passage.list.id);
      if (!items) byList.set(passage.list.id, [passage]);
      else if (items.at(-1)?.list?.index !== passage.list.index) items.push(passage);
      else items[items.length - 1] = passage;
    }
    for (const items of byList.values()) {
      if (items.length < 3) continue;
      // The last may have the list's stop alone.
      const inner = items.slice(0, -1);
      const stopped = items.filter(({ text }) => /[.!?][»”")]*$/.test(text.trimEnd()));
      const bare = items.filter((item) => !stopped.includes(item));
      if (stopped.length === 0 || bare.length === 0 || stopped.length === 1 && stopped[0] === items.at(-1) || bare.every(({ text }) => text.trimEnd().endsWith(':'))) continue;
      const fewer = stopped.length < bare.length ? stopped : bare;
      for (const item of fewer) if (inner.includes(item) || fewer === bare) {
        const last = item.tokens.at(-1);
        if (last) yield finding(item, last.from, last.to, fewer === bare ? 'The item lacks the stop that the others have.' : 'The item has a stop that the others lack.', fewer === bare ? { fix: `${last.text}.` } : { fix: '' });
      }
    }
  },
};

const headings: Rule = {
  id: 'heading-form', severity: 'info',
  *check({ passages }) {
    const byLevel = new Map<number, Passage[]>();
    for (const passage of passages) if (passage.kind === 'heading') byLevel.set(passage.level, [...(byLevel.get(passage.level) ?? []), passage]);
    yield* numbers(passages);
    for (const list of byLevel.values()) {
      if (list.length < 4) continue;
      const stopped = list.filter(({ text }) => /(?<!\b(?:kr|mio|mia|mv|pct|osv))\.$/.test(text.trimEnd()));
      if (stopped.length > 0 && stopped.length < list.length / 3) for (const heading of stopped) {
        const last = heading.tokens.at(-1);
        if (last?.text === '.') yield finding(heading, last.from, last.to, 'The heading ends with a stop; the others of its level do not.', { fix: '' });
      }
      const small = list.filter(({ text }) => /^\p{Ll}{2,}(?!-)\p{Ll}/u.test(text));
      if (small.length > 0 && small.length < list.length / 3) for (const heading of small) {
        const first = heading.tokens[0];
        if (first) yield finding(heading, first.from, first.to, 'The heading begins with a small letter; the others of its level do not.', { fix: first.text.charAt(0).toUpperCase() + first.text.slice(1) });
      }
    }
  },
};

/** Headings under one heading that have numbers, all but one or two, or none but one. */
function* numbers(passages: readonly Passage[]): Generator<Finding> {
  const siblings = new Map<string, Passage[]>();
  const parents: string[] = [];
  for (const passage of passages) {
    if (passage.kind !== 'heading') continue;
    parents[passage.level] = passage.id;
    const parent = `${passage.chapter}:${passage.level}:${passage.level > 2 ? parents[passage.level - 1] ?? '' : ''}`;
    siblings.set(parent, [...(siblings.get(parent) ?? []), passage]);
  }
  for (const list of siblings.values()) {
    const numbered = list.filter(({ text }) => /^\d+(?:\.\d+)*\.? \p{Lu}/u.test(text));
    const few = numbered.length < list.length - numbered.length;
    const odd = few ? numbered : list.filter((heading) => !numbered.includes(heading));
    if (list.length < 4 || odd.length > list.length / 4) continue;
    for (const heading of odd) {
      const first = heading.tokens[0];
      if (first) yield finding(heading, first.from, first.to, few ? 'The heading has a number; the others beside it have none.' : 'The heading has no number; the others beside it have one.');
    }
  }
}

/** Words of three letters, enough of them, by which two paragraphs can be alike. */
const shingles = (passage: Passage): Set<string> => {
  const words = passage.tokens.filter(({ kind }) => kind !== 'mark').map(({ low }) => low);
  return new Set(words.slice(0, -2).map((word, index) => `${word} ${words[index + 1] ?? ''} ${words[index + 2] ?? ''}`));
};

const duplicates: Rule = {
  id: 'duplicate-paragraph', severity: 'warning',
  check({ passages }) {
    const found = [...repeated(passages)];
    // A book of reference says the same of like things: where that is the habit, it is no slip.
    return found.length > HABIT ? found.map((one) => ({ ...one, certain: false as const })) : found;
  },
};

const HABIT = 8;

function* repeated(passages: readonly Passage[]): Generator<Finding> {
  const long = passages.filter(({ kind, tokens }) => (kind === 'paragraph' || kind === 'item') && tokens.length >= 12);
  const seen = new Map<string, Passage>();
  const sets: { passage: Passage; set: Set<string> }[] = [];
  const byShingle = new Map<string, number[]>();
  for (const passage of long) {
    const whole = passage.tokens.map(({ low }) => low).join(' ');
    const earlier = seen.get(whole);
    const head = passage.tokens[Math.min(5, passage.tokens.length - 1)];
    if (earlier) {
      // Lists that describe alike things have items alike.
      yield finding(passage, 0, head?.to ?? passage.text.length, `The paragraph stands already in line ${earlier.block.line}${earlier.block.file === passage.block.file ? '' : ` of ${earlier.block.file.slice(earlier.block.file.lastIndexOf('/') + 1)}`}.`, passage.kind === 'item' || earlier.kind === 'item' ? { certain: false } : {});
      continue;
    }
    seen.set(whole, passage);
    const set = shingles(passage);
    const shared = new Map<number, number>();
    for (const shingle of set) for (const other of byShingle.get(shingle) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const rival = sets[other];
      if (rival && count >= 0.8 * Math.min(set.size, rival.set.size) && Math.min(set.size, rival.set.size) >= 10) {
        yield finding(passage, 0, head?.to ?? passage.text.length, `The paragraph is nearly that of line ${rival.passage.block.line}.`, { certain: false });
        break;
      }
    }
    for (const shingle of set) byShingle.set(shingle, [...(byShingle.get(shingle) ?? []), sets.length]);
    sets.push({ passage, set });
  }
}

export const structureRules: readonly Rule[] = [lists, headings, duplicates];
