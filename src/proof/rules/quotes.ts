// Quotation marks and apostrophes: one that is not closed, and marks unlike those of the rest of the publication.
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';

/** Opening and closing sign of each habit. */
const STYLES: readonly { readonly name: string; readonly open: string; readonly close: string }[] = [
  { name: '»…«', open: '»', close: '«' }, { name: '«…»', open: '«', close: '»' }, { name: '“…”', open: '“', close: '”' },
  { name: '„…“', open: '„', close: '“' }, { name: '”…”', open: '”', close: '”' }, { name: '"…"', open: '"', close: '"' },
];

interface Quoted { readonly passage: Passage; readonly from: number; readonly to: number; readonly style: string }

function readQuotes(passage: Passage): { quoted: Quoted[]; loose: number[] } {
  const quoted: Quoted[] = [];
  const loose: number[] = [];
  const { text } = passage;
  let open: { at: number; sign: string } | undefined;
  for (const match of text.matchAll(/[»«“”„"]/g)) {
    const sign = match[0];
    const at = match.index;
    if (sign === '"' && /\d/.test(text.charAt(at - 1)) && !open) continue;
    if (!open) {
      const opens = STYLES.some((style) => style.open === sign) && /[\p{L}\d(\uFFFC]/u.test(text.charAt(at + 1)) && !/[\p{L}\d]/u.test(text.charAt(at - 1));
      if (opens) open = { at, sign };
      else loose.push(at);
      continue;
    }
    const style = STYLES.find((candidate) => candidate.open === open?.sign && candidate.close === sign);
    if (style) quoted.push({ passage, from: open.at, to: at, style: style.name });
    else if (/[\p{L}\d.,!?]/u.test(text.charAt(at - 1))) quoted.push({ passage, from: open.at, to: at, style: `${open.sign}…${sign}` });
    else { loose.push(open.at); open = { at, sign }; continue; }
    open = undefined;
  }
  if (open) loose.push(open.at);
  return { quoted, loose };
}

const unpaired: Rule = {
  id: 'unpaired-quote', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      for (const at of readQuotes(passage).loose) yield finding(passage, at, at + 1, `The quotation mark ${passage.text.charAt(at)} has no partner.`);
    }
  },
};

const mixed: Rule = {
  id: 'mixed-quotes', severity: 'warning',
  *check({ passages }) {
    const byLanguage = new Map<string, Quoted[]>();
    for (const passage of passages) byLanguage.set(passage.language, [...(byLanguage.get(passage.language) ?? []), ...readQuotes(passage).quoted]);
    for (const quoted of byLanguage.values()) {
      const counts = new Map<string, number>();
      for (const { style } of quoted) counts.set(style, (counts.get(style) ?? 0) + 1);
      let best = '';
      for (const [style, count] of counts) if (STYLES.some(({ name }) => name === style) && count > (counts.get(best) ?? 0)) best = style;
      const right = STYLES.find(({ name }) => name === best);
      if (!right) continue;
      for (const { passage, from, to, style } of quoted) {
        if (style === best) continue;
        yield* pair(passage, from, to, style, right);
      }
    }
  },
};

function* pair(passage: Passage, from: number, to: number, style: string, right: { name: string; open: string; close: string }): Generator<Finding> {
  const message = `The quotation is marked ${style}, but elsewhere ${right.name}.`;
  const inside = passage.text.slice(from + 1, to);
  // Nested quotations may have other marks than the outer ones.
  if (/[»«“”„"]/.test(inside)) return;
  const fixed = right.open + inside + right.close;
  const opening = passage.text.charAt(from) !== right.open;
  const closing = passage.text.charAt(to) !== right.close;
  if (opening && closing && inside.length <= 200) yield finding(passage, from, to + 1, message, { fix: fixed });
  else if (opening) yield finding(passage, from, from + 1, message, { fix: right.open });
  else yield finding(passage, to, to + 1, message, { fix: right.close });
}

const apostrophes: Rule = {
  id: 'mixed-apostrophes', severity: 'warning',
  *check({ passages }) {
    const found: Record<string, [Passage, number][]> = { "'": [], '’': [], '´': [], '`': [] };
    for (const passage of passages) {
      for (const match of passage.text.matchAll(/(?<=[\p{Lu}\dsxz])['’´`](?=\p{L}|\s|$|[,.])/gu)) found[match[0]]?.push([passage, match.index]);
    }
    const straight = found["'"] ?? [];
    const curly = found['’'] ?? [];
    const right = straight.length > curly.length ? "'" : '’';
    const wrong = [...(found['´'] ?? []), ...(found['`'] ?? []), ...(straight.length === 0 || curly.length === 0 ? [] : right === "'" ? curly : straight)];
    for (const [passage, at] of wrong) yield finding(passage, at, at + 1, `The apostrophe ${passage.text.charAt(at)} is written ${right} elsewhere.`, { fix: right });
  },
};

/** "Danmark's": the genitive has an apostrophe after capitals, figures and s, x, z only. */
const genitive: Rule = {
  id: 'genitive-apostrophe', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      if (passage.language !== 'da') continue;
      for (const token of passage.tokens) {
        const match = /^(\p{L}*\p{Ll}{2,})['’]s$/u.exec(token.text);
        if (!match || /[sxz]$/.test(match[1] ?? '') && !/s['’]s$/.test(token.text)) continue;
        const base = match[1] ?? '';
        const right = base.endsWith('s') ? base : `${base}s`;
        yield finding(passage, token.from, token.to, `The genitive "${token.text}" has no apostrophe in Danish.`, { fix: right, hint: `Write "${right}".` });
      }
    }
  },
};

export const quoteRules: readonly Rule[] = [unpaired, mixed, genitive, apostrophes];
