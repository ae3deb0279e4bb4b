// A face and the glyphs set in it → codes for content streams, and in the end the PDF font with its subset.
import { createHash } from 'node:crypto';
import { openFont, type Font } from '../text/index.ts';
import type { FaceSource } from '../theme/index.ts';
import type { KeptPdf, Subset } from './kept-pdf.ts';
import { text, type Objects, type Ref } from './objects.ts';
import { subsetTrueType } from './subset.ts';

/** Stands for glyphs that have no character of their own (the second of two glyphs that draw one): WORD JOINER. */
const NO_CHARACTER = '\u2060';

export interface UsedCode { readonly glyph: number; readonly meaning: string; readonly code: number }

/**
 * Codes are given out as glyphs are met. The code is the glyph's number in the subset, so that CIDToGIDMap can be
 * Identity. A glyph that stands for two texts (hyphen and minus, space and no-break space) gets two codes, so
 * that each extracts as what was written.
 */
export class Face {
  readonly font: Font;
  /** Of each code: what it draws, what it means, its width in thousandths of an em, as PDF readers know it. */
  private readonly glyphs: number[] = [0];
  private readonly texts: string[] = [''];
  readonly widths: number[];
  /** Inside a string of a content stream. */
  readonly shown: string[] = [literal(0)];
  private readonly hex: string[] = ['0000'];
  private readonly first: Int32Array;
  private readonly further = new Map<string, number>();
  /** The page that each code was last used on, and the codes used on the page that is being painted. */
  private readonly seen: number[] = [];
  private page = 0;
  private used: UsedCode[] = [];

  constructor(readonly name: string, private readonly source: FaceSource, readonly ref: Ref) {
    this.font = openFont(source);
    this.first = new Int32Array(this.font.glyphs);
    this.widths = [this.width(0)];
  }

  /** From now on the codes that are asked for are written down, each once: the list grows while the page is painted. */
  beginPage(): readonly UsedCode[] {
    this.page++;
    return (this.used = []);
  }

  /** The code of a glyph that stands for this text. */
  code(glyph: number, meaning: string): number {
    const code = this.codeOf(glyph, meaning === '' ? NO_CHARACTER : meaning);
    if (this.seen[code] !== this.page) {
      this.seen[code] = this.page;
      this.used.push({ glyph, meaning, code });
    }
    return code;
  }

  private codeOf(glyph: number, meaning: string): number {
    const known = this.first[glyph];
    if (known === undefined) throw new Error(`${this.source.key} has no glyph ${glyph}.`);
    if (known !== 0 && (this.texts[known] === meaning || this.font.cff)) return known;
    if (known === 0) return (this.first[glyph] = this.give(glyph, meaning));
    const key = `${glyph} ${meaning}`;
    let code = this.further.get(key);
    if (code === undefined) this.further.set(key, (code = this.give(glyph, meaning)));
    return code;
  }

  private subset(kept: KeptPdf['subsets']): Subset {
    const known = kept.get(this.source);
    if (known && known.glyphs.length === this.glyphs.length && known.glyphs.every((glyph, code) => glyph === this.glyphs[code])) return known;
    const program = this.font.cff ? this.source.bytes : subsetTrueType(this.font, this.glyphs);
    const made = { glyphs: this.glyphs, program, tag: subsetTag(program, this.source.key) };
    kept.set(this.source, made);
    return made;
  }

  private give(glyph: number, meaning: string): number {
    // A CFF font is embedded whole, its codes are its glyphs.
    const code = this.font.cff ? glyph : this.glyphs.length;
    this.glyphs[code] = glyph;
    this.texts[code] = meaning;
    this.widths[code] = this.width(glyph);
    this.shown[code] = literal(code);
    this.hex[code] = code.toString(16).toUpperCase().padStart(4, '0');
    return code;
  }

  private width(glyph: number): number {
    return Math.round(this.font.advance(glyph) * 100) / 100;
  }

  /** Writes font, descendant, descriptor, font program and ToUnicode. */
  write(objects: Objects, kept: KeptPdf['subsets']): void {
    const { font } = this;
    const { program, tag } = this.subset(kept);
    const name = `${tag}+${font.postScriptName}`;
    const descriptor = objects.add({
      Type: 'FontDescriptor',
      FontName: font.cff ? font.postScriptName : name,
      Flags: font.flags,
      FontBBox: font.bbox,
      ItalicAngle: font.italicAngle,
      Ascent: font.ascent,
      Descent: font.descent,
      CapHeight: font.capHeight,
      StemV: font.stemV,
      ...(font.cff
        ? { FontFile3: objects.stream({ Subtype: 'OpenType' }, program) }
        : { FontFile2: objects.stream({ Length1: program.length }, program) }),
    });
    const codes = this.texts.map((_, code) => code).filter((code) => this.texts[code] !== undefined);
    const descendant = objects.add({
      Type: 'Font',
      Subtype: font.cff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: font.cff ? font.postScriptName : name,
      CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 1000,
      W: widthRuns(codes, this.widths),
      ...(font.cff ? {} : { CIDToGIDMap: 'Identity' }),
    });
    Object.assign(this.ref.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: font.cff ? `${font.postScriptName}-Identity-H` : name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: objects.stream({}, toUnicode(codes.filter((code) => this.texts[code] !== ''), this.texts, this.hex)),
    });
    this.ref.end();
  }
}

/** Two bytes, latin1; those that mean something in a PDF string escaped, and line ends. */
function literal(code: number): string {
  const byte = (value: number): string => ESCAPED[value] ?? String.fromCharCode(value);
  return byte(code >> 8) + byte(code & 255);
}
const ESCAPED: Readonly<Record<number, string>> = { 10: '\\n', 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' };

/** Six letters from the content: the same subset, the same name. */
function subsetTag(program: Uint8Array, key: string): string {
  const hash = createHash('sha256').update(key).update(program).digest();
  return Array.from(hash.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function widthRuns(codes: readonly number[], widths: readonly number[]): (number | number[])[] {
  const runs: (number | number[])[] = [];
  let run: number[] = [];
  codes.forEach((code, n) => {
    if (n === 0 || code !== (codes[n - 1] ?? 0) + 1) runs.push(code, (run = []));
    run.push(widths[code] ?? 0);
  });
  return runs;
}

/** A CMap from codes to UTF-16 (Adobe technical note 5411); at most 100 entries a section. */
function toUnicode(codes: readonly number[], texts: readonly string[], hex: readonly string[]): string {
  const lines: string[] = [];
  for (let from = 0; from < codes.length; from += 100) {
    const section = codes.slice(from, from + 100);
    lines.push(`${section.length} beginbfchar`);
    for (const code of section) lines.push(`<${hex[code] ?? ''}> <${utf16(texts[code] ?? '')}>`);
    lines.push('endbfchar');
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${lines.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

export function utf16(value: string): string {
  let hex = '';
  for (let n = 0; n < value.length; n++) hex += value.charCodeAt(n).toString(16).toUpperCase().padStart(4, '0');
  return hex;
}
