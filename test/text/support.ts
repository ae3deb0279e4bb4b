// What the tests of text/ share: random numbers with a seed, rules, styles and faces to set with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inline, Text } from '../../src/document/index.ts';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { createTypesetter, type InlineContext, type Line, type Typesetter } from '../../src/text/index.ts';
import type { FaceSource, SettingRules, TextStyle } from '../../src/theme/theme.ts';

/** Mulberry32: small, and the same everywhere. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const fonts = join(import.meta.dirname, '../../fonts');
const face = (key: string, name: string): [string, FaceSource] => [key, { key, file: name, bytes: readFileSync(join(fonts, name)) }];
export const faces = new Map([
  face('r', 'lato/Lato-Regular.ttf'), face('i', 'lato/Lato-Italic.ttf'), face('b', 'lato/Lato-Bold.ttf'), face('bi', 'lato/Lato-BoldItalic.ttf'),
  face('m', 'source-code-pro/SourceCodePro_400Regular.ttf'), face('s', 'source-serif-4/SourceSerif4_400Regular.ttf'),
]);

export const rules: SettingRules = {
  hyphenMinWord: 6, hyphenMinBefore: 3, hyphenMinBeforeWide: 3, hyphenMinAfter: 3, wideMeasure: 283, maxHyphenRun: 1, maxHyphenRunNarrow: 3,
  expansion: 0.02, spaceStretch: 0.5, spaceShrink: 0.333, tightest: 1.2, cramped: 1.4, lightShrink: 1, ease: 0.03, loosest: 0.99, rag: 4, leastJustified: 16,
  protrusion: { '-': [0, 700], '.': [0, 700], ',': [0, 700], '»': [500, 500], '«': [500, 500] },
  linkUnderline: { thickness: 0.3, offset: 0.13 }, minLastLine: 5, typography: true,
  penalties: {
    line: 10, hyphen: 55, compoundHyphen: 25, offJoint: 30, offJointRagged: 3, offJointOfCompound: 1.5, secondHyphen: 60, slash: 80, dash: 100, addressSlash: 60, address: 120, name: 900,
    ladder: 60_000, looseLine: 20_000, consecutiveHyphens: 20_000, fitnessChange: 3000, secondLastHyphen: 30_000, runt: 2500,
    loosenessTolerance: 20_000,
  },
};

export const style: TextStyle = {
  role: 'body', faces: { regular: 'r', italic: 'i', strong: 'b', strongItalic: 'bi' }, size: 11, leading: 16, colour: { gray: 0 }, tracking: 0,
  features: [], align: 'justify', hyphenate: true, balanced: false, indent: 0, code: { face: 'm', size: 9.9 }, protrude: true,
};

const span = { file: 'a.md', line: 3, column: 1, endLine: 3, endColumn: 1 };
export const text = (value: string): Text => ({ kind: 'text', value, span, lines: [{ index: 0, line: 3, column: 1 }] });
export const strong = (value: string): Inline => ({ kind: 'strong', span, children: [text(value)] });
export const code = (value: string): Inline => ({ kind: 'code', span, value });
export const link = (value: string, bare = false): Inline => ({ kind: 'link', id: 'l1', span, url: value, bare, children: [text(value)] });
export const mark = (note: string): Inline => ({ kind: 'note-mark', id: `m${note}`, note, span });

export const context: InlineContext = {
  language: 'da', diagnostics: new Diagnostics(), pageReference: () => 'side 12', note: (label) => ({ number: label, id: `n${label}` }),
  picture: () => ({ width: 10, height: 10, key: 'p' }),
};

export function typesetter(changes: Partial<SettingRules> = {}): { readonly typesetter: Typesetter; readonly diagnostics: Diagnostics } {
  const diagnostics = new Diagnostics();
  const made = createTypesetter({ faces, fallback: ['s', 'm'], rules: { ...rules, ...changes } });
  return { typesetter: { ...made, set: (request) => made.set({ ...request, context: { ...request.context, diagnostics } }) }, diagnostics };
}

export function lines(inlines: readonly Inline[] | string, measure: number, changes: Partial<TextStyle> = {}, language = 'da'): readonly Line[] {
  const list = typeof inlines === 'string' ? [text(inlines)] : inlines;
  return typesetter().typesetter.set({ inlines: list, style: { ...style, ...changes }, measure, context: { ...context, language } })[0].lines;
}

export const set = (inlines: readonly Inline[] | string, measure: number, changes: Partial<TextStyle> = {}, language = 'da'): readonly string[] =>
  lines(inlines, measure, changes, language).map((line) => line.text);
