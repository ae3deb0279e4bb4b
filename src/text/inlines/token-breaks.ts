// Characters between two spaces → where a line may break inside them: hyphens, slashes, dashes, addresses, divided words.
import { FREELY, KEPT, RELUCTANTLY } from '../breaking/items.ts';
import type { SettingRules } from '../../theme/index.ts';
import type { Division, Hyphenator } from '../hyphenate/hyphenator.ts';

export interface TokenBreak {
  /** Index in the stream: the line ends before this character. */
  readonly at: number;
  readonly cost: number;
  /** The break puts a hyphen there. */
  readonly hyphen: boolean;
  /** The line ends in a hyphen, put there or the word's own. */
  readonly flagged: boolean;
  readonly level: number;
}

export interface TokenRules {
  readonly rules: SettingRules;
  readonly wide: boolean;
  /** How many times more than usual it costs to divide a word elsewhere than at a joint. */
  readonly offJoint: number;
  /** Undefined where words are not to be divided. */
  readonly hyphenator: Hyphenator | undefined;
}

const ADDRESS = /^[(<«»„“"']*(?:https?:\/\/|www\.|[\w.+-]+@[\w-]+\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\/)/i;

export const isAddress = (token: string): boolean => ADDRESS.test(token);

const PLAIN = /^\p{L}+[.,;:!?]?$/u;
const COMMAS: ReadonlySet<number> = new Set([...'.,;:!?'].map((mark) => mark.charCodeAt(0)));
export const NAME = /[\p{L}\d][._][\p{L}\d]/u;
const NAME_JOINT = /(?<=[\p{L}\d])[._](?=[\p{L}\d])/gu;
/** Letters beside a hyphen that are counted; more are as good. */
const NEAR = 40;

export function breaksInToken(token: string, offset: number, kind: 'words' | 'code' | 'address', { rules, wide, offJoint, hyphenator }: TokenRules): TokenBreak[] {
  // Most words are letters and a comma at most: there is nothing else to look for in them.
  const plain = kind === 'words' && PLAIN.test(token);
  if (plain) return hyphenator ? plainBreaks(token, offset, { rules, wide, offJoint, hyphenator }) : [];
  if (kind === 'address' || isAddress(token)) return addressBreaks(token, offset, rules.penalties);
  const found: TokenBreak[] = [];
  const placed = (): TokenBreak[] => found.map((point) => ({ ...point, at: point.at + offset })).sort((a, b) => a.at - b.at);
  const before = wide ? rules.hyphenMinBeforeWide : rules.hyphenMinBefore;
  for (const { index } of token.matchAll(/[-‐/–—]/gu)) {
    const character = token.charAt(index);
    const at = index + 1;
    if (at >= token.length || index === 0) continue;
    const head = /[\p{L}\d]*$/u.exec(token.slice(Math.max(0, index - NEAR), index))?.[0].length ?? 0;
    const tail = /^[\p{L}\d](?:[\p{L}\d]|[-‐](?=[\p{L}\d]))*/u.exec(token.slice(at, at + NEAR))?.[0].length ?? 0;
    if (kind === 'code' && character !== '/' && character !== '-') continue;
    const hyphen = character === '-' || character === '‐';
    const digits = /\d/.test(token.charAt(index - 1)) || /\d/.test(token.charAt(at));
    const short = head < before || tail < rules.hyphenMinAfter || digits;
    if (tail === 0 || head === 0) continue;
    found.push({
      at, hyphen: false, flagged: hyphen, level: short ? KEPT : FREELY,
      cost: short ? 2000 : hyphen ? rules.penalties.compoundHyphen : character === '/' ? rules.penalties.slash : rules.penalties.dash,
    });
  }
  // A file's or a variable's name would be read with the hyphen in it: it parts before its dot and after its underscore.
  if (kind === 'code' || NAME.test(token)) {
    for (const { index } of token.matchAll(NAME_JOINT)) {
      const at = token.charAt(index) === '.' ? index : index + 1;
      if (at >= before && token.length - at > rules.hyphenMinAfter) found.push({ at, cost: rules.penalties.name, hyphen: false, flagged: false, level: FREELY });
    }
    return placed();
  }
  if (kind !== 'words' || !hyphenator) return placed();
  const own = /\p{L}[-‐]\p{L}/u.test(token);
  for (const { 0: word, index } of token.matchAll(/\p{L}+/gu)) {
    if (word.length < rules.hyphenMinWord) continue;
    // Figures, underscores and apostrophes make it something else than a word.
    if (/[\d_@\\]/.test(token.charAt(index - 1)) || /[\d_@\\]/.test(token.charAt(index + word.length))) continue;
    const points = hyphenator.divide(word);
    const compound = points.some(({ joint }) => joint);
    for (const point of points) {
      // In a narrow measure nearly every paragraph has holes: there they would come to stand everywhere.
      if (point.at < before || word.length - point.at < rules.hyphenMinAfter || (point.close === true && !wide)) continue;
      const cost = (point.joint ? rules.penalties.compoundHyphen : rules.penalties.hyphen * offJoint * (compound && !wide ? rules.penalties.offJointOfCompound : 1)) + (own ? rules.penalties.secondHyphen : 0);
      found.push({ at: index + point.at, cost, hyphen: true, flagged: true, level: point.close === true ? RELUCTANTLY : FREELY });
    }
  }
  return placed();
}

/** Of a word of letters, a comma behind it or none. */
function plainBreaks(token: string, offset: number, { rules, wide, offJoint, hyphenator }: TokenRules & { readonly hyphenator: Hyphenator }): TokenBreak[] {
  const found: TokenBreak[] = [];
  const word = COMMAS.has(token.charCodeAt(token.length - 1)) ? token.slice(0, -1) : token;
  if (word.length < rules.hyphenMinWord) return found;
  const { penalties } = rules;
  const before = wide ? rules.hyphenMinBeforeWide : rules.hyphenMinBefore;
  const points = hyphenator.divide(word);
  let compound = false;
  for (let n = 0; n < points.length; n += 1) compound ||= (points[n] as Division).joint;
  for (let n = 0; n < points.length; n += 1) {
    const { at, joint } = points[n] as Division;
    if (at < before || word.length - at < rules.hyphenMinAfter) continue;
    found.push({ at: at + offset, cost: joint ? penalties.compoundHyphen : penalties.hyphen * offJoint * (compound && !wide ? penalties.offJointOfCompound : 1), hyphen: true, flagged: true, level: FREELY });
  }
  return found;
}

/** The writer's own soft hyphens and zero-width spaces stand for all other divisions of the words they stand in. */
export function withInvisible(breaks: readonly TokenBreak[], invisible: ReadonlyMap<number, 'hyphen' | 'break' | 'join'>, from: number, to: number, cost: number): readonly TokenBreak[] {
  const own: TokenBreak[] = [];
  let divided = false;
  const joined = new Set<number>();
  for (const [at, what] of invisible) {
    if (at <= from || at >= to) continue;
    if (what === 'join') joined.add(at);
    else own.push({ at, cost: what === 'hyphen' ? cost : 0, hyphen: what === 'hyphen', flagged: what === 'hyphen', level: FREELY });
    divided ||= what === 'hyphen';
  }
  if (own.length === 0 && joined.size === 0) return breaks;
  const kept = breaks.filter((point) => !joined.has(point.at) && !(divided && point.hyphen) && !own.some(({ at }) => at === point.at));
  return [...kept, ...own].sort((a, b) => a.at - b.at);
}

/** Times the price of a break in an address that one in its host costs. */
const HOST = 3;

/** After `/` or `-`, before `.`, `?`, `&`, `=` and `#`, never with a hyphen; in the host only before a dot or after a hyphen, and only where nothing else will do. */
function addressBreaks(token: string, offset: number, penalties: SettingRules['penalties']): TokenBreak[] {
  const found: TokenBreak[] = [];
  const host = /^(?:[a-z]+:\/\/|[^\s/@]*@)?[^/?#]*/i.exec(token)?.[0].length ?? 0;
  for (let at = 1; at < token.length; at += 1) {
    const [previous, next] = [token.charAt(at - 1), token.charAt(at)];
    const after = previous === '/' && next !== '/' && at > host;
    const around = at >= host && (previous === '-' || next === '?' || next === '&' || next === '=' || next === '#' || (next === '.' && at > host));
    if (after || around) found.push({ at: at + offset, cost: after ? penalties.addressSlash : penalties.address, hyphen: false, flagged: false, level: FREELY });
    else if (next === '@' || ((next === '.' || previous === '-') && at < host)) found.push({ at: at + offset, cost: HOST * penalties.address, hyphen: false, flagged: false, level: RELUCTANTLY });
  }
  // A file's ending is never alone on a line.
  return found.filter((point) => offset + token.length - point.at > 5);
}
