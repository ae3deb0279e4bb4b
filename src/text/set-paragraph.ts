// A paragraph's inlines, style and measure → the ways to set it.
import type { SettingRules, TextStyle } from '../theme/index.ts';
import { breakLines, type Breaking, type BreakParams } from './breaking/break-lines.ts';
import { balancedWidth } from './breaking/balance.ts';
import { NEVER, PENALTY } from './breaking/items.ts';
import { hyphenatorFor } from './hyphenate/hyphenator.ts';
import { composeLine } from './inlines/compose.ts';
import { findBound } from './inlines/bind.ts';
import { layItems, type Laid } from './inlines/lay-items.ts';
import { cutPieces, type Piece, type StripMaker } from './inlines/pieces.ts';
import type { Stream } from './inlines/stream.ts';
import { breaksInToken, withInvisible } from './inlines/token-breaks.ts';
import type { Line, Setting, Settings } from './setting.ts';
import type { ParagraphRequest } from './typesetter.ts';

export interface Prepared { readonly stream: Stream; readonly maker: StripMaker; readonly paragraphs: ParagraphKinds }

/** Numbers of the kinds of paragraph, by all that decides how their words are laid: measure and style. */
export type ParagraphKinds = Map<string, number>;

const numberOf = (kind: string, kinds: ParagraphKinds): number => {
  let number = kinds.get(kind);
  if (number === undefined) kinds.set(kind, (number = kinds.size));
  return number;
};

/** A line whose spaces would be four times their width stays short of the edge: beside a long address a hole is worse than a rag. */
const HOLE = 6;

/** A last word longer than this fills its line anyhow. */
const LONGEST_WORD = 200;

export function setParagraph(request: ParagraphRequest, { stream, maker, paragraphs }: Prepared, rules: SettingRules): Settings {
  const { style, measure, context } = request;
  const indent = request.indent ?? 0;
  const pieces = cutPieces(stream, maker);
  // Even what is never divided is divided as a reader would where it is wider than the measure.
  const divides = style.hyphenate && request.noHyphens !== true;
  const laid = layItems(pieces, {
    style, rules, measure, maker, length: stream.text.length, bound: findBound(stream, context.language),
    paragraph: stream.invisible.size > 0 ? undefined : numberOf(`${measure} ${style.align} ${style.protrude} ${divides} ${context.language}`, paragraphs),
    breaksIn(from, to, kind, tooWide) {
      const breaks = breaksInToken(stream.text.slice(from, to), from, kind,
        { rules, wide: measure >= rules.wideMeasure, offJoint: offJoint(style, rules, measure), hyphenator: divides || tooWide ? hyphenatorFor(context.language) : undefined });
      return stream.invisible.size === 0 ? breaks : withInvisible(breaks, stream.invisible, from, to, rules.penalties.compoundHyphen);
    },
  });
  if (!pieces.some((piece) => piece.kind !== 'space')) return [{ lines: [], demerits: 0 }];
  const params = paramsFor(style, rules, measure, laid, stream, request.alternatives === true && !style.balanced);
  const ragged = params.ragged;
  const width = style.balanced && ragged ? balancedWidth(laid.items, measure, indent, params) : measure;
  const widths = indent === 0 ? [width] : [width - indent, width];
  const found = breakLines(laid.items, widths, params);
  const settings = found.map((breaking) => compose(breaking, laid, pieces, stream, maker, request, rules));
  return [settings[0] as Setting, ...settings.slice(1)];
}

/**
 * Where lines are so short that many have to divide a word, badness drowns a hyphen's price, and words are divided
 * wherever a letter fits. Off a joint it costs more there, up to `offJoint` times at three fifths of a wide measure.
 */
function offJoint(style: TextStyle, { wideMeasure, penalties }: SettingRules, measure: number): number {
  const narrow = Math.max(0, Math.min(1, (wideMeasure - measure) / (wideMeasure * 0.4)));
  return 1 + ((style.align === 'justify' ? penalties.offJoint : penalties.offJointRagged) - 1) * narrow;
}

function paramsFor(style: TextStyle, rules: SettingRules, measure: number, laid: Laid, stream: Stream, alternatives: boolean): BreakParams {
  const { penalties } = rules;
  return {
    ragged: style.align !== 'justify', rag: rules.rag * style.size, ease: rules.ease, loosest: rules.loosest, expansion: style.align === 'justify' ? rules.expansion : 0, tightest: rules.tightest, cramped: rules.cramped,
    linePenalty: penalties.line, consecutiveHyphens: penalties.consecutiveHyphens, ladder: penalties.ladder, looseLine: penalties.looseLine, fitnessChange: penalties.fitnessChange,
    secondLastHyphen: penalties.secondLastHyphen, runt: penalties.runt, maxHyphenRun: measure >= rules.wideMeasure ? rules.maxHyphenRun : rules.maxHyphenRunNarrow,
    minLastLine: Math.min(measure / 2, leastLastLine(style, rules, laid, stream)),
    ...(alternatives ? { loosenessTolerance: penalties.loosenessTolerance } : {}),
  };
}

/** The last line is wider than an indent would be, and holds more than one short word. */
function leastLastLine(style: TextStyle, rules: SettingRules, laid: Laid, stream: Stream): number {
  // Searched from the end: from the beginning it would cost the square of a long paragraph.
  const word = /[^\s\u00A0]+\s*$/.exec(stream.text.slice(-LONGEST_WORD))?.[0] ?? '';
  const letters = word.replace(/[^\p{L}\d]/gu, '').length;
  let least = Math.max(3.1 * style.size, 2.1 * style.indent);
  if (letters > rules.minLastLine) return least;
  const start = stream.text.length - word.length;
  let width = 0;
  let first = laid.items.length;
  while (first > 0 && (laid.at[first - 1] ?? 0) >= start) first -= 1;
  for (let item = first; item < laid.items.length; item += 1) if (laid.items.kind[item] !== PENALTY) width += laid.items.width[item] ?? 0;
  least = Math.max(least, width + style.size * 0.1);
  return least;
}

function compose(breaking: Breaking, laid: Laid, pieces: readonly Piece[], stream: Stream, maker: StripMaker, request: ParagraphRequest, rules: SettingRules): Setting {
  const { style, measure } = request;
  const lines = breaking.lines.map((line, index): Line => {
    const indent = index === 0 ? request.indent ?? 0 : 0;
    const from = laid.at[line.from] ?? stream.text.length;
    let to = laid.at[line.at] ?? stream.text.length;
    while (to > from && /\s/.test(stream.text.charAt(to - 1))) to -= 1;
    const forced = (laid.items.cost[line.at] ?? 0) <= -NEVER && laid.items.kind[line.at] === PENALTY;
    const full = measure - indent + line.left + line.right;
    const hole = style.align === 'justify' && line.fit.ratio > HOLE;
    const fill = style.align === 'justify' && !hole && (!forced || line.fit.ratio < 0 || line.fit.expansion < 0) ? full : undefined;
    return composeLine(stream, pieces, maker, {
      from, to, hyphen: laid.hyphens.has(line.at), line: hole ? { ...line, fit: { ...line.fit, ratio: 1 } } : line, stretch: rules.spaceStretch, shrink: rules.spaceShrink, lightShrink: rules.lightShrink,
      underline: rules.linkUnderline, fill,
      x: (set) => {
        const room = measure - indent - set;
        return (style.align === 'right' ? room : style.align === 'center' ? room / 2 : -line.left) + indent;
      },
    });
  });
  return { lines, demerits: breaking.demerits };
}
