// Sentences that do not end or do not begin: a missing full stop, a small letter after one, a capital where none belongs.
import { isNoun, maskOf } from '../danish/look.ts';
import { FINITES } from '../danish/words.ts';
import * as is from '../lexicon/classes.ts';
import { OBJECT, type Passage } from '../passage.ts';
import { finding, type ProofContext, type Rule } from '../rule.ts';

function hasVerb(passage: Passage, { lexicon }: ProofContext): boolean {
  if (passage.language === 'en') return /\b(?:is|are|was|were|has|have|had|will|can|must|should|may)\b|\w{4}ed\b/.test(passage.text);
  return passage.tokens.some((token) => FINITES.has(token.low) || lexicon !== undefined && (maskOf(token, lexicon) & (is.PRESENT | is.PAST)) !== 0 && !isNoun(token, lexicon));
}

const missingStop: Rule = {
  id: 'missing-stop', severity: 'warning',
  *check(context) {
    // Where most running paragraphs of several words lack a stop, that is the publication's way.
    const running = context.passages.filter((passage) => passage.running && passage.kind === 'paragraph' && passage.tokens.length >= 6);
    const closed = running.filter(({ text }) => /[.!?…:][»«”"’)\]]*\s*$/.test(text)).length;
    if (closed < running.length / 2) return;
    for (const passage of running) {
      const { text, tokens } = passage;
      if (/,\s*$/.test(text) && !passage.next?.match(/^(?:list|code|quote|links|figure|table|math)$/) && tokens.length > 6 && !text.includes('\n')) {
        const comma = tokens.at(-1);
        if (comma) yield finding(passage, comma.from, comma.to, 'The paragraph ends with a comma.', { fix: '.' });
        continue;
      }
      if (/[.!?…:;,–—][»«”"’')\]]*\s*$/.test(text) || passage.next === 'list' || passage.next === 'code' || passage.next === 'links' || text.trimEnd().endsWith(OBJECT) || text.includes('\n')) continue;
      const last = tokens.at(-1);
      if (!last || passage.links.some(({ from, to }) => from === 0 && to === text.length)) continue;
      if (/^https?:|^www\./.test(last.text)) continue;
      const sentences = last.sentence + 1;
      if (sentences < 2 && (!hasVerb(passage, context) || tokens.length < 7)) continue;
      yield finding(passage, last.from, last.to, 'The paragraph lacks its full stop.', { fix: `${last.text}.` });
    }
  },
};

const STARTERS = /^(?:Han|Hun|Jeg|Man|Det|Den|Vi|Derfor|Samtidig|Her|Når|Hvis|Men|Og|Der|Dette|Disse|Kommunerne|Regeringen|For|Med|På|Som|Til|Ved|Fra|Efter|Både|Blandt|Desuden|Endelig|Heldigvis|Dermed|Også|It|The|This|These|We|They|But)$/;

const wrongCapital: Rule = {
  id: 'wrong-capital', severity: 'warning',
  *check(context) {
    for (const passage of context.passages) {
      if (passage.kind === 'heading' || passage.kind === 'title' || passage.kind === 'name' || passage.kind === 'cell') continue;
      const { tokens, text } = passage;
      for (let index = 1; index < tokens.length; index++) {
        const token = tokens[index];
        const before = tokens[index - 1];
        if (!token || !before || token.kind !== 'word') continue;
        if (token.first && /^\p{Ll}/u.test(token.text) && /^[.!?]$/.test(before.text) && token.spaced && token.text.length > 1 && !/[a-z]\d|\.|^(?:e|i)-/.test(token.text)) {
          if (tokens[index - 2]?.kind === 'number' || /^[\p{Lu}]$/u.test(tokens[index - 2]?.text ?? '')) continue;
          // An abbreviation that the list lacks: short, or without a vowel.
          const short = tokens[index - 2]?.text ?? '';
          if (before.text === '.' && (short.length <= 3 && context.lexicon !== undefined && context.lexicon.direct(short) === 0 || !/[aeiouyæøåé\d)»”]/i.test(short) && short !== OBJECT)) continue;
          const right = token.text.charAt(0).toUpperCase() + token.text.slice(1);
          yield finding(passage, token.from, token.to, `A sentence begins with a capital.`, { fix: right, hint: `Write "${right}".` });
        }
        // "… på rådhuset. Hvor 200 gæster mødte frem.": a clause of the sentence before.
        if (token.first && /^(?:Hvor|Hvoraf|Hvorefter|Hvorved)$/.test(token.text) && before.text === '.' && passage.language === 'da') {
          const sentence = tokens.filter((other) => other.sentence === token.sentence);
          const second = sentence[1];
          if (sentence.at(-1)?.text === '.' && !sentence.some((other) => other.text === ',') && second && !FINITES.has(second.low) && context.lexicon && !(maskOf(second, context.lexicon) & is.ADJECTIVE)) yield finding(passage, before.from, token.to, 'A clause stands as a sentence of its own.', { hint: `Write ", ${token.low}".` });
        }
        if (!token.first && STARTERS.test(token.text) && before.kind === 'word' && /^\p{Ll}/u.test(before.text) && !before.text.endsWith('.') && text.slice(before.to, token.from) === ' ') {
          const next = tokens[index + 1];
          if (next && /^\p{Lu}/u.test(next.text) || quotedAt(text, token.from)) continue;
          const finite = next && (FINITES.has(next.low) || context.lexicon !== undefined && passage.language === 'da' && (maskOf(next, context.lexicon) & (is.PRESENT | is.PAST)) !== 0);
          if (finite || /^(?:Vi|Derfor|Når|Hvis|Men|Dette|Disse|Kommunerne)$/.test(token.text)) yield finding(passage, before.from, token.to, 'A full stop is missing, or the capital is wrong.', { hint: `"${before.text}. ${token.text}" or "${before.text} ${token.low}".` });
          else yield finding(passage, token.from, token.to, `"${token.text}" has a capital in mid-sentence.`, { hint: `Write "${token.low}".` });
        }
        if (before.text === ',' && STARTERS.test(token.text) && token.spaced && !/^\p{Lu}/u.test(tokens[index + 1]?.text ?? '') && !quotedAt(text, token.from)) {
          yield finding(passage, token.from, token.to, 'After a comma there is no capital.', { fix: token.low, hint: `Write "${token.low}", or a full stop before it.` });
        }
      }
    }
    yield* afterColon(context);
  },
};

/** After a colon: the way that the publication uses less is pointed at, where a whole sentence follows. */
function* afterColon({ passages, lexicon }: ProofContext): Generator<ReturnType<typeof finding>> {
  const capital: (readonly [Passage, number, string])[] = [];
  const small: typeof capital = [];
  for (const passage of passages) {
    if (passage.language !== 'da' || passage.kind !== 'paragraph') continue;
    passage.tokens.forEach((token, index) => {
      const next = passage.tokens[index + 1];
      const after = passage.tokens[index + 2];
      if (token.text !== ':' || !next || !after || !next.spaced || !/^(?:det|vi|de|den|der|når|hvis|kommunerne|regeringen)$/.test(next.low)) return;
      if (!lexicon || !(FINITES.has(after.low) || /^(?:når|hvis)$/.test(next.low))) return;
      (/^\p{Lu}/u.test(next.text) ? capital : small).push([passage, next.from, next.text]);
    });
  }
  const [fewer, more] = small.length < capital.length ? [small, capital] : [capital, small];
  if (more.length < 3 || more.length < 3 * fewer.length) return;
  for (const [passage, at, word] of fewer) {
    const fix = fewer === small ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
    yield finding(passage, at, at + word.length, `After a colon a sentence begins "${fix}" elsewhere.`, { fix });
  }
}

const quotedAt = (text: string, at: number): boolean => /[»“"„(]$/.test(text.slice(0, at));

export const stopRules: readonly Rule[] = [missingStop, wrongCapital];
