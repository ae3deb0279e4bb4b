// The subsetter, with fontkit as the judge: a glyph drawn from the subset is the glyph drawn from the whole font.
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { Face } from '../../src/pdf/face.ts';
import { Objects } from '../../src/pdf/objects.ts';
import { Deflater } from '../../src/pdf/deflater.ts';
import { subsetTrueType } from '../../src/pdf/subset.ts';
import { openFont } from '../../src/text/index.ts';
import { faces, fontOf } from './sample.ts';

const open = (bytes: Uint8Array): fontkit.Font => {
  // fontkit wants a character map; a CIDFont has none.
  return fontkit.create(Buffer.from(withCmap(bytes))) as fontkit.Font;
};

/** The same tables with an empty cmap put in front, so that a general reader opens the file. */
function withCmap(bytes: Uint8Array): Uint8Array {
  const old = readSfntTables(bytes);
  const cmap = Uint8Array.from([0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 24, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 255, 255, 0, 0, 255, 255, 0, 1, 0, 0]);
  const tables: (readonly [string, Uint8Array])[] = [['cmap', cmap], ...old];
  const file = Buffer.alloc(12 + tables.length * 16 + tables.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), 0));
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(tables.length, 4);
  let at = 12 + tables.length * 16;
  tables.forEach(([tag, table], n) => {
    file.write(tag, 12 + n * 16, 'latin1');
    file.writeUInt32BE(at, 20 + n * 16);
    file.writeUInt32BE(table.length, 24 + n * 16);
    file.set(table, at);
    at += (table.length + 3) & ~3;
  });
  return file;
}

function readSfntTables(bytes: Uint8Array): [string, Uint8Array][] {
  const file = Buffer.from(bytes);
  return Array.from({ length: file.readUInt16BE(4) }, (_, n): [string, Uint8Array] => [
    file.toString('latin1', 12 + n * 16, 16 + n * 16),
    file.subarray(file.readUInt32BE(20 + n * 16), file.readUInt32BE(20 + n * 16) + file.readUInt32BE(24 + n * 16)),
  ]);
}

const pathOf = (font: fontkit.Font, glyph: number): string => font.getGlyph(glyph).path.toSVG();

describe('subset', () => {
  for (const [key, source] of faces) {
    test(`draws every glyph of ${key} as the font does, composites too`, () => {
      const font = fontOf(key);
      const whole = fontkit.create(Buffer.from(source.bytes)) as fontkit.Font;
      const glyphs = [0, ...new Set([...'Ærø å é ﬁ Blåbær Ångström, “citat” ½ €'].map((c) => font.glyph(c.codePointAt(0) ?? 0)).filter((glyph) => glyph > 0)), 40, 41, 300];
      const part = open(subsetTrueType(font, glyphs));
      glyphs.forEach((glyph, n) => {
        expect(pathOf(part, n), `glyph ${glyph}`).toBe(pathOf(whole, glyph));
        expect(part.getGlyph(n).advanceWidth).toBe(whole.getGlyph(glyph).advanceWidth);
      });
    });
  }

  test('checksums add up to what OpenType asks for', () => {
    const bytes = Buffer.from(subsetTrueType(fontOf('regular'), [0, 40, 41, 42]));
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  test('a glyph may stand for two texts', async () => {
    const objects = new Objects({}, new Deflater(true));
    const source = faces.get('regular');
    if (!source) throw new Error();
    const face = new Face('F1', source, objects.ref());
    const space = face.font.glyph(0x20);
    const [plain, fixed] = [face.code(space, ' '), face.code(space, '\u00a0')];
    expect(fixed).not.toBe(plain);
    expect(face.code(space, ' ')).toBe(plain);
    expect(face.code(space, '\u00a0')).toBe(fixed);
    expect(face.widths[plain]).toBe(face.widths[fixed]);
  });

  test('the reader knows the characters that fontkit knows', () => {
    for (const [key, source] of faces) {
      const whole = fontkit.create(Buffer.from(source.bytes)) as fontkit.Font;
      const font = openFont(source);
      for (let c = 0x20; c < 0x2200; c++) expect(font.glyph(c), `${key} U+${c.toString(16)}`).toBe(whole.glyphForCodePoint(c).id);
      expect(font.postScriptName).toBe(whole.postscriptName);
    }
  });
});
