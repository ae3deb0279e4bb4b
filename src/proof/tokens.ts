// A passage's text → its words, numbers and marks, and the sentences they make.
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  readonly text: string;
  /** Lower case. */
  readonly low: string;
  readonly from: number;
  readonly to: number;
  /** White space before it. */
  readonly spaced: boolean;
  /** Number of the sentence in its passage. */
  readonly sentence: number;
  /** First word of its sentence. */
  readonly first: boolean;
}

/** Abbreviations with their stop, longest first. The stop does not end a sentence. */
export const ABBREVIATIONS = [
  'bl.a.', 'f.eks.', 'm.fl.', 'm.m.', 'm.v.', 'mv.', 'o.l.', 'osv.', 'd.v.s.', 'dvs.', 'mht.', 'ift.', 'jf.', 'pga.', 'hhv.', 'inkl.', 'ekskl.', 'evt.', 'fx.', 'ca.', 'pct.', 'mio.', 'mia.', 'mill.', 'kr.', 'nr.', 'pr.', 'stk.', 'kap.', 'fig.', 'tlf.', 'kl.', 'red.', 'st.', 'vedr.', 'p.t.', 'pt.', 'iht.', 'fmd.', 'resp.', 'indb.', 'hr.', 'fr.', 'dr.', 'e.g.', 'i.e.', 'etc.', 'no.', 'vol.', 'approx.', 'mr.', 'mrs.', 'ms.', 'o.a.', 's.', 'a.m.', 'o.lign.', 'lign.', 'max.', 'min.', 'udg.', 'afd.', 'art.', 'stk.', 'bek.', 'f.', 'd.', 'ad.', 'e.kr.', 'f.kr.',
  'jan.', 'feb.', 'febr.', 'apr.', 'aug.', 'sept.', 'okt.', 'nov.', 'dec.', 'kvt.', 'mdr.', 'cand.', 'cand.jur.', 'cand.polit.', 'cand.mag.', 'cand.merc.', 'cand.oecon.', 'cand.scient.', 'cand.scient.adm.', 'cand.scient.pol.', 'cand.med.', 'cand.theol.', 'cand.psych.',
  'ph.d.', 'mag.art.', 'dr.jur.', 'dr.phil.', 'dr.med.', 'h.c.', 'prof.', 'adv.', 'gl.', 'skt.', 'sml.', 'ang.', 'ekspl.', 'mfl.', 'ifm.', 'd.d.', 'p.a.',
].sort((a, b) => b.length - a.length);
const BY_FIRST = new Map<string, string[]>();
for (const entry of ABBREVIATIONS) {
  const key = entry.slice(0, 1);
  BY_FIRST.set(key, [...(BY_FIRST.get(key) ?? []), entry]);
}
/** Those that may end a sentence too, when a capital follows. */
const MAY_END = new Set(['kr.', 'pct.', 'mio.', 'mia.', 'mv.', 'm.m.', 'm.v.', 'm.fl.', 'osv.', 'indb.', 'o.l.', 'o.a.', 'stk.', 'etc.', 'o.lign.', 'm.', 's.']);

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>»«"]*[^\s<>»«".,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:dk|com|org|eu|net|gov|info|nu|io)(?:\/[^\s<>»«"]*[^\s<>»«".,;:!?)])?(?![\w-])/y;
const NUMBER = /\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*/y;
const WORD = /[\p{L}][\p{L}\p{M}\d]*(?:(?:['’\u00AD]|[-‑](?=[\p{L}\d]))[\p{L}\p{M}\d]+)*(?:[-‑](?![\p{L}\d-]))?/uy;

export function tokenize(text: string): Token[] {
  const raw: { kind: Token['kind']; text: string; from: number; spaced: boolean }[] = [];
  let spaced = true;
  for (let at = 0; at < text.length;) {
    const char = text.charAt(at);
    if (/\s/.test(char)) { spaced = true; at++; continue; }
    let kind: Token['kind'] = 'mark';
    let value = char;
    const boundary = raw.length === 0 || spaced || raw.at(-1)?.kind === 'mark';
    const address = boundary ? match(ADDRESS, text, at) : undefined;
    const short = boundary && address === undefined ? abbreviation(text, at) : undefined;
    if (address !== undefined && address.includes('.')) { kind = 'mark'; value = address; }
    else if (short !== undefined) { kind = 'word'; value = short; }
    else {
      const word = match(WORD, text, at);
      const number = word === undefined ? match(NUMBER, text, at) : undefined;
      if (word !== undefined) { kind = 'word'; value = word; }
      else if (number !== undefined) {
        const hyphenated = /-[\p{L}][\p{L}]*/uy;
        hyphenated.lastIndex = at + number.length;
        const tail = hyphenated.exec(text)?.[0] ?? '';
        kind = tail ? 'word' : 'number';
        value = number + tail;
      }
    }
    raw.push({ kind, text: value, from: at, spaced });
    at += value.length;
    spaced = false;
  }
  return withSentences(raw, text);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function abbreviation(text: string, at: number): string | undefined {
  const candidates = BY_FIRST.get(text.charAt(at).toLowerCase());
  if (!candidates) return undefined;
  for (const entry of candidates) {
    const there = text.slice(at, at + entry.length);
    if (there.toLowerCase() === entry && !/[\p{L}\d]/u.test(text.charAt(at + entry.length))) {
      // A single letter or a word of its own at a paragraph's end is a word with its stop.
      if (entry.length <= 2 && at + entry.length >= text.length) return undefined;
      if (/^(?:no|min|art|red|ad|max|st|jan|f|d|s)\.$/.test(entry) && !/^\s+\d/.test(text.slice(at + entry.length))) return undefined;
      return there;
    }
  }
  return undefined;
}

function withSentences(raw: readonly { kind: Token['kind']; text: string; from: number; spaced: boolean }[], text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let first = true;
  let ended = false;
  raw.forEach((token, index) => {
    const closing = /^[»«"”’')\]]$/.test(token.text) && !token.spaced;
    if (ended && !closing) { sentence++; first = true; ended = false; }
    const isFirst = first && token.kind !== 'mark';
    if (isFirst) first = false;
    tokens.push({ kind: token.kind, text: token.text, low: token.text.toLowerCase(), from: token.from, to: token.from + token.text.length, spaced: token.spaced, sentence, first: isFirst });
    const next = raw[index + 1];
    if (token.text === '.' || token.text === '!' || token.text === '?' || token.text === '…') {
      const before = raw[index - 1];
      const ordinal = token.text === '.' && before?.kind === 'number' && !token.spaced && next !== undefined && /^\p{Ll}/u.test(next.text);
      if (!ordinal) ended = true;
    } else if (MAY_END.has(token.text.toLowerCase()) && next && next.spaced && /^\p{Lu}/u.test(next.text)) ended = true;
    if (text.slice(token.from + token.text.length, next?.from ?? text.length).includes('\n')) ended = true;
  });
  return tokens;
}
