// The same name or term spelled two ways.
import { distance } from 'fastest-levenshtein';
import { near, swapped } from '../nearest.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type ProofContext, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';
import { fullNames } from './full-names.ts';

interface Use { readonly passage: Passage; readonly token: Token }

const bare = (text: string): string => text.replace(/(?:['’]s?|-)$/u, '');

const variants: Rule = {
  id: 'name-variant', severity: 'warning',
  *check(context) {
    const told = new Set<string>();
    for (const found of [...fullNames(context), ...innerCapitals(context), ...singleNames(context), ...acronyms(context)]) {
      const key = `${found.span.file}:${found.span.line}:${found.span.column}`;
      if (!told.has(key)) yield found;
      told.add(key);
    }
  },
};

/** A name that stands once, a letter from one that stands often. */
function* singleNames({ passages, lexicon, words }: ProofContext): Generator<Finding> {
  const uses = new Map<string, Use[]>();
  for (const passage of passages) {
    if (passage.language !== (passages[0]?.language ?? '')) continue;
    for (const token of passage.tokens) {
      if (token.kind !== 'word' || !/^\p{Lu}\p{L}*\p{Ll}/u.test(token.text)) continue;
      // A sentence begins with a capital whatever its first word is; one that no dictionary has is a name.
      if (token.first && passage.kind !== 'name' && !/^\p{Lu}/u.test(passage.text.slice(token.to + 1, token.to + 2)) && (!lexicon || lexicon.read(token.low).mask !== 0)) continue;
      const name = bare(token.text);
      if (name.length < 5) continue;
      const list = uses.get(name);
      if (list) list.push({ passage, token });
      else uses.set(name, [{ passage, token }]);
    }
  }
  // Without a dictionary, what also stands with a small letter is a word.
  const small = lexicon ? new Set<string>() : new Set(passages.flatMap(({ tokens }) => tokens.flatMap(({ text, low }) => (text === low ? [low] : []))));
  const names = [...uses.keys()];
  for (const name of [...words]) if (/^\p{Lu}\p{L}{4,}$/u.test(name) && !uses.has(name)) names.push(name);
  for (const [name, list] of uses) {
    if (words.has(name) || list.length > 1) continue;
    // A Danish word, or a name with endings of its own.
    if (lexicon && lexicon.read(name.toLowerCase()).mask !== 0 && lexicon.direct(name) === 0) continue;
    if (!lexicon && (list[0]?.passage.kind === 'heading' || small.has(name.toLowerCase()))) continue;
    const other = names.find((candidate) => (lexicon !== undefined || candidate.charAt(0) === name.charAt(0) && candidate.length > 5 && !small.has(candidate.toLowerCase()) && !/(?:ed|es|ing|er|ers)$/.test(name + candidate)) && candidate !== name && Math.abs(candidate.length - name.length) <= 1 && near(candidate, name) && (words.has(candidate) || (uses.get(candidate)?.length ?? 0) >= 2) && !inflected(name, candidate));
    const use = list[0];
    if (other === undefined || !use) continue;
    yield finding(use.passage, use.token.from, use.token.from + name.length, `"${name}" is spelled "${other}" elsewhere.`, { hint: `Did you mean "${other}"?` });
  }
}

/** One name in two inflections, with and without hyphen, or with a letter or a digit of its own at the end. */
function inflected(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.startsWith(short) && /^(?:[sntre]|\p{Lu}|\d)$/u.test(long.slice(short.length))) return true;
  if (one.replace(/-/g, '').toLowerCase() === other.replace(/-/g, '').toLowerCase()) return true;
  return one.slice(0, -1) === other.slice(0, -1) && /[nrtse\d\p{Lu}]/u.test(one.slice(-1)) && /[nrtse\d\p{Lu}]/u.test(other.slice(-1));
}

/** "TrygFonden" and "Trygfonden", "Aarhus" and "Århus". */
function* innerCapitals({ passages, words }: ProofContext): Generator<Finding> {
  const forms = new Map<string, Map<string, Use[]>>();
  for (const passage of passages) {
    for (const [index, token] of passage.tokens.entries()) {
      if (token.kind !== 'word' || !/^\p{Lu}[\p{L}\d]*\p{Ll}/u.test(token.text) || token.text.length < 5 || token.text.includes('-')) continue;
      const name = bare(token.text);
      const before = passage.tokens[index - 1];
      // A family spells itself as it likes.
      if (/aa|å/i.test(name) && before !== undefined && /^\p{Lu}/u.test(before.text) && token.spaced) continue;
      const key = name.toLowerCase().replace(/aa/g, 'å').replace(/s$/, '');
      const there = forms.get(key) ?? new Map<string, Use[]>();
      forms.set(key, there);
      const form = name.replace(/(?<=[^s])s$/, '');
      there.set(form, [...(there.get(form) ?? []), { passage, token }]);
    }
  }
  for (const there of forms.values()) {
    if (there.size < 2) continue;
    const [best, ...others] = [...there].sort(([, a], [, b]) => b.length - a.length);
    for (const [form, list] of others) {
      if (words.has(form)) continue;
      const right = best?.[1][0]?.token.text ?? '';
      for (const { passage, token } of list) yield finding(passage, token.from, token.to, `"${token.text}" is written "${right}" elsewhere.`, { hint: 'Use one form.' });
    }
  }
}

/** "DTNM" once, where "DNTM" stands elsewhere: the same letters in another order, or one of them doubled. */
function* acronyms({ passages, words }: ProofContext): Generator<Finding> {
  const uses = new Map<string, Use[]>();
  for (const passage of passages) for (const token of passage.tokens) if (token.kind === 'word' && /^\p{Lu}{3,7}$/u.test(token.text)) uses.set(token.text, [...(uses.get(token.text) ?? []), { passage, token }]);
  const letters = (text: string): string => [...new Set(text)].sort().join('');
  for (const [short, list] of uses) {
    const [use] = list;
    if (!use || list.length > 1 || words.has(short)) continue;
    const other = [...uses].find(([name, there]) => name !== short && there.length >= 2 && name.length === short.length && letters(name) === letters(short) && (distance(name, short) <= 1 || swapped(name, short)));
    if (other) yield finding(use.passage, use.token.from, use.token.to, `"${short}" is written "${other[0]}" elsewhere.`, { hint: `Is ${other[0]} meant?` });
  }
}
/** "it-drift" and "itdrift", "AI-løsninger" and "AI løsninger" (the second is split-compound's). */
const hyphened: Rule = {
  id: 'hyphen-variant', severity: 'warning',
  *check({ passages }) {
    const uses = new Map<string, Map<string, Use[]>>();
    for (const passage of passages) {
      for (const token of passage.tokens) {
        // Names of things in a program are spelled as the program spells them.
        if (token.kind !== 'word' || token.text.length < 6 || /[-.\d]|\p{Ll}\p{Lu}/u.test(token.text.replace(/(?<=\p{L})-(?=\p{L})/gu, ''))) continue;
        const key = token.low.replace(/-/g, '');
        const forms = uses.get(key) ?? new Map<string, Use[]>();
        uses.set(key, forms);
        const list = forms.get(token.low);
        if (list) list.push({ passage, token });
        else forms.set(token.low, [{ passage, token }]);
      }
    }
    for (const forms of uses.values()) {
      if (forms.size < 2) continue;
      const sorted = [...forms].sort(([, a], [, b]) => b.length - a.length);
      const [best, ...others] = sorted;
      for (const [, list] of others) {
        for (const { passage, token } of list) {
          yield finding(passage, token.from, token.to, `"${token.text}" is written "${best?.[1][0]?.token.text ?? ''}" elsewhere.`, { hint: 'Use one form.' });
        }
      }
    }
  },
};

/** "Grøn trepart" and "grøn trepart": capitals of a term in mid-sentence. */
const capitals: Rule = {
  id: 'case-variant', severity: 'info',
  *check({ passages }) {
    const uses = new Map<string, { capital: Use[]; small: number }>();
    for (const passage of passages) {
      if (passage.kind === 'heading' || passage.kind === 'cell' || passage.kind === 'title') continue;
      passage.tokens.forEach((token, index) => {
        if (token.kind !== 'word' || token.first || token.text.length < 7 || /[.:»“"]/.test(passage.tokens[index - 1]?.text ?? '.')) return;
        const entry = uses.get(token.low) ?? { capital: [], small: 0 };
        uses.set(token.low, entry);
        const beside = [index - 2, index - 1, index + 1, index + 2].some((at) => /^\p{Lu}/u.test(passage.tokens[at]?.text ?? '') && passage.tokens[at]?.first === false);
        if (beside || passage.language !== 'da') return;
        if (/^\p{Lu}\p{Ll}+$/u.test(token.text)) entry.capital.push({ passage, token });
        else entry.small++;
      });
    }
    for (const { capital, small } of uses.values()) {
      if (small === 0 || capital.length === 0 || capital.length > small) continue;
      for (const { passage, token } of capital) yield finding(passage, token.from, token.to, `"${token.text}" has a small letter elsewhere.`);
    }
  },
};

export const nameRules: readonly Rule[] = [variants, hyphened, capitals];
