// Two right spellings of one word in the same publication: "inden for" and "indenfor", "videndeling" and "vidensdeling".
import { danishPassages } from '../danish/look.ts';
import { NEVER_NOUN } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import type { Passage } from '../passage.ts';
import { finding, type Finding, type Rule } from '../rule.ts';
import type { Token } from '../tokens.ts';

const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<!\p{L})inden for(?!\p{L})/giu, /(?<!\p{L})indenfor(?!\p{L})/giu], [/(?<!\p{L})uden for(?!\p{L})/giu, /(?<!\p{L})udenfor(?!\p{L})/giu], [/(?<!\p{L})over for(?!\p{L})/giu, /(?<!\p{L})overfor(?!\p{L})/giu],
  [/(?<!\p{L})selv om(?!\p{L})/giu, /(?<!\p{L})selvom(?!\p{L})/giu], [/(?<!\p{L})neden for(?!\p{L})/giu, /(?<!\p{L})nedenfor(?!\p{L})/giu], [/(?<!\p{L})i stand(?!\p{L})/giu, /(?<!\p{L})istand(?!\p{L})/giu], [/(?<!\p{L})fx(?!\p{L})/giu, /(?<!\p{L})f\.eks\./giu],
  [/(?<![\p{L}-])e-mail(?!\p{L}*dk)/giu, /(?<![\p{L}-])mail(?=s|en|ene|adresse\p{L}*|boks\p{L}*|(?!\p{L}))(?!-)/giu],
];

const pairs: Rule = {
  id: 'mixed-form', severity: 'warning',
  *check(context) {
    const passages = [...danishPassages(context)].map(([passage]) => passage);
    for (const forms of PAIRS) {
      const [one = [], other = []] = forms.map((pattern) => passages.flatMap((passage) => [...passage.text.matchAll(pattern)].map((match) => ({ passage, match }))));
      const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
      // Where both are at home nobody can say which is meant.
      if (fewer.length === 0 || more.length < 3 * fewer.length) continue;
      const right = more[0]?.match[0].toLowerCase() ?? '';
      for (const { passage, match } of fewer) yield finding(passage, match.index, match.index + match[0].length, `"${match[0]}" is written "${right}" elsewhere.`, { hint: `Write "${right}".`, fix: /^\p{Lu}/u.test(match[0]) ? right.charAt(0).toUpperCase() + right.slice(1) : right });
    }
  },
};

const joints: Rule = {
  id: 'joint-variant', severity: 'warning',
  *check(context) {
    const { lexicon } = context;
    if (!lexicon) return;
    const uses = new Map<string, { passage: Passage; token: Token }[]>();
    for (const [passage] of danishPassages(context)) {
      for (const token of passage.tokens) {
        if (token.kind !== 'word' || token.text.length < 9) continue;
        const list = uses.get(token.low);
        if (list) list.push({ passage, token });
        else uses.set(token.low, [{ passage, token }]);
      }
    }
    for (const [word, list] of uses) {
      // "centeret" and "centret": both are right.
      const short = word.replace(/eret(s?)$/, 'ret$1');
      const shorter = short === word ? undefined : uses.get(short);
      if (shorter && lexicon.read(word).mask & is.NOUN) for (const use of list.length <= shorter.length ? list : shorter) yield say(use, list.length <= shorter.length ? short : word);
      for (let at = word.indexOf('s', 3); at > 0 && at < word.length - 3; at = word.indexOf('s', at + 1)) {
        const without = word.slice(0, at) + word.slice(at + 1);
        const others = uses.get(without);
        if (!others || !(lexicon.read(word.slice(at + 1)).mask & is.NOUN) || lexicon.read(word.slice(0, at)).mask === 0) continue;
        // "forslagene" and "forlagene": two words.
        if (NEVER_NOUN.has(word.slice(0, at))) continue;
        const [fewer, more] = list.length < others.length ? [list, others] : [others, list];
        for (const use of fewer) yield say(use, more[0]?.token.low ?? '');
      }
    }
  },
};

const say = ({ passage, token }: { passage: Passage; token: Token }, right: string): Finding =>
  finding(passage, token.from, token.to, `"${token.text}" is written "${right}" elsewhere.`, { hint: 'Use one form.' });

export const variantRules: readonly Rule[] = [pairs, joints];
