// A number of things announced, and as many things told: "fire aftaler:" over a list of three, "24 sager, heraf 12 … og 14 …".
import { readNumber, writeNumber } from '../grid.ts';
import { numeralOf } from '../numerals.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

/** What is measured and not told one by one. */
const MEASURES = /^(?:år|års|måneder|uger|dage|timer|minutter|gange|procent|pct\.|kr\.|kroner|mio\.|mia\.|millioner|point|procentpoint|km|meter|ton|m²|m³|kg|stk\.|years?|months|weeks|days|hours|minutes|times|percent|per|million|billion|points|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|og|eller|til|af|ud|gange|or|and|of|to|out)$/;
/** Before the number: it is not exact, or counts something else. */
const VAGUE = /^(?:mindst|højst|omkring|cirka|ca\.|næsten|over|under|mere|flere|færre|end|op|knap|godt|ud|på|kl\.|nr\.|kapitel|side|figur|tabel|least|most|about|around|almost|nearly|than|over|of|version|fase|trin|step|per|pr\.|hver|hvert|nummer|først|first|last|sidste|seneste)$/;

interface Claim { readonly token: Token; readonly value: number }

/** Numbers of things in tokens [from, to): "fire nye aftaler", "de 3 mål". */
function claimsIn(passage: Passage, from: number, to: number): Claim[] {
  const found: Claim[] = [];
  for (let index = from; index < to; index++) {
    const token = passage.tokens[index];
    const value = numeralOf(token, passage.language);
    if (!token || value === undefined || value < 2 || value > 20 || !Number.isInteger(value)) continue;
    const before = passage.tokens[index - 1], next = passage.tokens[index + 1], after = passage.tokens[index + 2];
    // "tre af de fire ting": what follows are the three.
    if (/^(?:de|the)$/.test(before?.low ?? '') && /^(?:af|of)$/.test(passage.tokens[index - 2]?.low ?? '')) continue;
    if (!next || next.kind !== 'word' || !next.spaced || MEASURES.test(next.low) || after && /^(?:af|of)$/.test(after.low) && after.from < (passage.tokens[to]?.from ?? Infinity) || before?.sentence === token.sentence && (VAGUE.test(before.low) || /^(?:af|of)$/.test(before.low) && partitive(passage.tokens[index - 2], passage.language))) continue;
    found.push({ token, value });
  }
  return found;
}

/** "to af fire", "flere af de tre": a part is spoken of. */
const partitive = (token: Token | undefined, language: string): boolean => numeralOf(token, language) !== undefined || /^(?:én|nogle|mange|flere|flest|de|some|many|most)$/.test(token?.low ?? '');

const say = (passage: Passage, { token, value }: Claim, items: number, what: string): Finding =>
  finding(passage, token.from, token.to, `${token.text.charAt(0).toUpperCase() + token.text.slice(1)} ${what}, but ${items} ${items === 1 ? 'follows' : 'follow'}.`, { hint: `Is one ${value > items ? 'missing' : 'too many'}, or the number wrong?` });

const claims: Rule = {
  id: 'count-claim', severity: 'warning',
  *check({ passages }) {
    const items = new Map<string, number>();
    for (const { list } of passages) if (list) items.set(list.id, Math.max(items.get(list.id) ?? 0, list.index + 1));
    for (const [index, passage] of passages.entries()) {
      const next = passages[index + 1];
      const inList = next?.list && next.list.index === 0 && (passage.kind === 'paragraph' || passage.kind === 'title' || passage.kind === 'heading') && (passage.kind !== 'paragraph' || passage.next === 'list') ? items.get(next.list.id) : undefined;
      const last = passage.tokens.at(-1);
      if (inList !== undefined && inList >= 2 && last) {
        const found = last.text === ':' ? leading(passage) : passage.kind === 'paragraph' ? [] : titled(passage);
        const [claim] = found;
        // One number and no other; many off is another thing counted.
        if (claim && found.length === 1 && claim.value !== inList && Math.abs(claim.value - inList) <= 3) yield say(passage, claim, inList, 'are announced');
      }
      yield* inSentence(passage);
    }
  },
};

/** The numbers of the clause before the last colon. */
function leading(passage: Passage): Claim[] {
  const { tokens } = passage;
  let start = tokens.length - 1;
  const sentence = tokens[start]?.sentence;
  while (start > 0 && tokens[start - 1]?.sentence === sentence) start--;
  return claimsIn(passage, start, tokens.length - 1);
}
/** A heading that begins with a number of things. */
function titled(passage: Passage): Claim[] {
  const found = claimsIn(passage, 0, passage.tokens.length);
  const [first] = passage.tokens;
  return found.length === 1 && (found[0]?.token === first || /^(?:de|our|vores|the)$/.test(first?.low ?? '') && found[0]?.token === passage.tokens[1]) ? found : [];
}

/** "tre ting: at …, at … og at …": the parts after a colon, where commas part nothing else. */
function* inSentence(passage: Passage): Generator<Finding> {
  const { tokens, text } = passage;
  for (const [index, colon] of tokens.entries()) {
    if (colon.text !== ':' || tokens[index + 1] === undefined) continue;
    let start = index;
    while (start > 0 && tokens[start - 1]?.sentence === colon.sentence) start--;
    const found = claimsIn(passage, start, index);
    const claim = found.at(-1);
    const distance = claim ? index - tokens.indexOf(claim.token) : Infinity;
    if (!claim || found.length !== 1 || distance > 6) continue;
    const rest = tokens.slice(index + 1).findIndex((token) => token.sentence !== colon.sentence || token.text === ';' || token.text === '(' || token.text === ':');
    const end = rest < 0 ? tokens.length : index + 1 + rest;
    if (tokens[end]?.text === '(' || tokens[end]?.text === ':' || tokens[end]?.text === ';') continue;
    const said = text.slice(colon.to, tokens[end - 1]?.to ?? colon.to).replace(/[.!?]\s*$/, '').trim();
    const parts = partsOf(said);
    if (parts !== undefined && parts !== claim.value && Math.abs(parts - claim.value) <= 3) yield say(passage, claim, parts, 'are announced');
  }
}

const AND = / (?:og|samt|and) /;

/** How many parts an enumeration has; undefined where that cannot be told. */
function partsOf(said: string): number | undefined {
  const parts = said.split(/,(?!\d) */);
  const tail = parts.at(-1) ?? '';
  const ends = tail.split(AND);
  // "a, b, og c": the comma before "og" parts them already.
  const [lead = ''] = ends;
  const closed = /^(?:og|samt|and) /.test(tail);
  if (closed ? ends.length > 1 : ends.length !== 2) return undefined;
  const all = closed ? [...parts.slice(0, -1), tail.replace(/^(?:og|samt|and) /, '')] : [...parts.slice(0, -1), lead, ends[1] ?? ''];
  if (all.slice(0, -1).some((part) => AND.test(part)) || all.length < 2) return undefined;
  const heads = all.map((part) => part.trim().split(/\s+/)[0]?.toLowerCase() ?? '');
  const alike = heads.every((head) => head === heads[0] || /^(?:en|et|den|det|de|a|an|the)$/.test(head) && /^(?:en|et|den|det|de|a|an|the)$/.test(heads[0] ?? ''));
  const short = all.every((part) => part.trim().split(/\s+/).length <= 4) && !/(?<!\p{L})(?:som|der|hvor|at|er|var|har|vil|which|that|is|are|was|has)(?!\p{L})/u.test(said);
  if (/\d/.test(said) && !alike) return undefined;
  return alike && all.length >= 2 && /^(?:at|en|et|den|det|de|a|an|the|to)$/.test(heads[0] ?? '') || short && all.length >= 3 ? all.length : undefined;
}

const OF_THEM = /^(?:heraf|hvoraf|deraf)$/;

/** "187 ansatte, heraf 120 … og 77 …": the parts are more than the whole; "fordelt på": they are not the whole. */
const parts: Rule = {
  id: 'parts-sum', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.kind === 'cell') continue;
      const { tokens, language } = passage;
      for (const [index, token] of tokens.entries()) {
        const whole = numeralOf(token, language);
        if (whole === undefined || whole < 3 || token.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text)) continue;
        const cue = cueAfter(passage, index);
        if (cue === undefined) continue;
        const got = numbersAfter(passage, cue.at);
        if (got.length < 2 || unitAt(tokens, index) !== unitAt(tokens, tokens.indexOf(got[0] ?? token)) && isUnit(unitAt(tokens, index)) || got.some((one) => (numeralOf(one, language) ?? 0) > whole)) continue;
        const sum = got.reduce((total, one) => total + (numeralOf(one, language) ?? 0), 0);
        const decimals = Math.max(0, ...[token, ...got].map(({ text }) => /[,]\d{1,2}$/.exec(text)?.[0].length ?? 1).map((length) => length - 1));
        const slack = decimals > 0 ? 10 ** -decimals * (got.length + 1) / 2 : 0;
        const whole2 = cue.whole || got.length >= 3 && Math.abs(sum - whole) <= 0.15 * whole;
        if (sum > whole + slack + 1e-9 || whole2 && sum < whole - slack - 1e-9 && sum >= 0.5 * whole) {
          yield finding(passage, token.from, token.to, `The parts add up to ${writeNumber(sum, decimals, language)}, not ${token.text}.`, { ...(sum < whole && !cue.whole ? { certain: false as const } : {}) });
        } else if (sum < whole - slack && got.length === 2 && sum >= 0.75 * whole) yield finding(passage, token.from, token.to, `The parts add up to ${writeNumber(sum, decimals, language)} of ${token.text}.`, { certain: false });
      }
      yield* shares(passage);
      yield* bracketed(passage);
    }
  },
};

const isUnit = (unit: string): boolean => /^(?:mio|mia|kr|pct|procent|%|percent|million|billion)/.test(unit);
function unitAt(tokens: readonly Token[], index: number): string {
  const next = tokens[index + 1];
  return next && /^(?:mio\.|mia\.|kr\.|pct\.|procent|%|percent|million|billion)$/.test(next.low) ? next.low : '';
}

/** A cue that divides the number at `index`: where its parts begin, and whether they must be all of it. */
function cueAfter(passage: Passage, index: number): { at: number; whole: boolean } | undefined {
  const { tokens } = passage;
  const sentence = tokens[index]?.sentence;
  for (let at = index + 1; at < Math.min(tokens.length, index + 12); at++) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return undefined;
    if (OF_THEM.test(token.low)) return { at: at + 1, whole: false };
    if (token.low === 'fordelt' && /^(?:på|med)$/.test(tokens[at + 1]?.low ?? '')) return { at: at + 2, whole: true };
    if (token.low === 'of' && /^(?:which|whom|them)$/.test(tokens[at + 1]?.low ?? '')) return { at: at + 2, whole: false };
    if (numeralOf(token, passage.language) !== undefined && !/^(?:en|et|one)$/.test(token.low) && token.kind === 'number' && !/^(?:19|20)\d\d$/.test(token.text)) return undefined;
    if (token.text === ':') {
      const between = tokens.slice(index + 1, at).some(({ kind }) => kind === 'mark');
      return between ? undefined : { at: at + 1, whole: true };
    }
  }
  return undefined;
}

/** The numbers of an enumeration from `at` to the sentence's end: one to each part, and no other numbers. */
function numbersAfter(passage: Passage, at: number): Token[] {
  const { tokens, language } = passage;
  const sentence = tokens[at]?.sentence;
  const got: Token[] = [];
  let fresh = true;
  for (let index = at; index < tokens.length && tokens[index]?.sentence === sentence; index++) {
    const token = tokens[index];
    if (!token) break;
    if (token.text === ',' || /^(?:og|samt|and)$/.test(token.low)) { fresh = true; continue; }
    if (/^[:;(]$/.test(token.text) || /^(?:mens|mod|heraf|hvoraf|while|against|compared|som|der|hvor|which|men|but)$/.test(token.low)) return token.text === '(' || token.text === ';' || got.length < 2 ? [] : [];
    const value = numeralOf(token, language);
    if (value === undefined || token.low === 'en' || token.low === 'et' || token.low === 'one') continue;
    if (/^(?:19|20)\d\d$/.test(token.text) && /^(?:i|in)$/.test(tokens[index - 1]?.low ?? '')) continue;
    if (/^(?:19|20)\d\d$/.test(token.text) || /%|procent|pct\./.test(tokens[index + 1]?.low ?? '')) return [];
    // "Danske Regioner 12": the number stands first in its part, but for a small word or two.
    if (!fresh) return [];
    got.push(token);
    fresh = false;
  }
  return got;
}

/** "118 ansatte. De arbejder i driften (74), …": numbers in brackets that nearly make the number before them. */
function* bracketed(passage: Passage): Generator<Finding> {
  const { text, language } = passage;
  for (const match of text.matchAll(/(?:\(\d[\d.,]*\)[^().!?:]{1,50}){2,}\(\d[\d.,]*\)/gu)) {
    const values = [...match[0].matchAll(/\((\d[\d.,]*)\)/g)].map((one) => readNumber(one[1] ?? '', language)?.value ?? NaN);
    const tokens = passage.tokens.filter(({ to }) => to <= match.index);
    const near = tokens.filter(({ sentence }) => sentence >= (tokens.at(-1)?.sentence ?? 0) - 1);
    const whole = near.findLast((token, index) => token.kind === 'number' && near[index + 1]?.kind === 'word' && near[index + 1]?.spaced);
    const value = numeralOf(whole, language);
    const sum = values.reduce((total, one) => total + one, 0);
    if (!whole || value === undefined || !Number.isInteger(sum) || /^(?:19|20)\d\d$/.test(whole.text) || values.some((one) => one >= value || one > 1000 && one < 2100) || sum === value || Math.abs(sum - value) > 0.1 * value) continue;
    yield finding(passage, whole.from, whole.to, `The parts add up to ${writeNumber(sum, 0, language)}, not ${whole.text}.`);
  }
}

/** "lån (70 procent), aktier (25 procent) og kontanter (15 procent)": what is divided in per cent makes 100. */
function* shares(passage: Passage): Generator<Finding> {
  for (const match of passage.text.matchAll(/(?:\(\d{1,2}(?:[.,]\d)? ?(?:%|procent|pct\.|per cent|percent)\)[^().!?]{2,60}){2,}\(\d{1,2}(?:[.,]\d)? ?(?:%|procent|pct\.|per cent|percent)\)/gu)) {
    if (!/fordel|anbragt|består|sammensat|udgør|divided|invested|consists|split/iu.test(passage.text.slice(0, match.index))) continue;
    const numbers = [...match[0].matchAll(/\((\d[\d.,]*)/g)].map((one) => Number((one[1] ?? '').replace(',', '.')));
    const sum = numbers.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 100) > numbers.length / 2 && sum > 85 && sum < 115) {
      const last = match[0].lastIndexOf('(') + 1;
      const digits = /^[\d.,]+/.exec(match[0].slice(last))?.[0] ?? '';
      yield finding(passage, match.index + last, match.index + last + digits.length, `The shares add up to ${writeNumber(sum, 0, passage.language)} per cent, not 100.`);
    }
  }
}

export const countRules: readonly Rule[] = [claims, parts];
