// fontkit is the truth: what the own reader shapes is equal to it, glyph by glyph and advance by advance.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFace } from '../../src/text/index.ts';
import { shapeWithFontkit } from '../../src/text/fonts/fontkit.ts';
import { Shaper, shapePlain } from '../../src/text/fonts/shape.ts';
import { random } from './support.ts';

const root = join(import.meta.dirname, '../..');
const files = readdirSync(join(root, 'fonts'), { recursive: true }).map(String).filter((name) => name.endsWith('.ttf')).sort();
const open = (file: string) => openFace({ key: file, file, bytes: readFileSync(join(root, 'fonts', file)) });

const SEED = 20261;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅéèüöäßłńçñ0123456789.,:;!?-–—»«“”’()/§%&fffillrTVWAyo ';
const words = (() => {
  const text = readdirSync(join(root, 'manuscript')).filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(root, 'manuscript', name), 'utf8')).join(' ');
  const found = [...new Set(text.normalize('NFC').split(/\s+/))].filter((word) => word !== '' && !/[^\u0020-\u024F\u2010-\u2043€]/.test(word));
  const next = random(SEED);
  const invented = Array.from({ length: 300 }, () => Array.from({ length: 1 + Math.floor(next() * 12) }, () => LETTERS.charAt(Math.floor(next() * LETTERS.length))).join(''));
  return [...found.filter((_, index) => index % 7 === 0), ...invented, 'officielt', 'affjedring', 'Ærø', 'kl. 10:30', '»Tolv,« sagde', 'VAT To. fi fl ffi'];
})();

describe.each(files)('%s', (file) => {
  const face = open(file);
  it(`is read as fontkit reads it (seed ${String(SEED)})`, () => {
    for (const word of words) {
      const own = shapePlain(face, word, '');
      if (own === undefined) continue;
      const truth = shapeWithFontkit(face, word, '');
      const wrong = own.glyphs.join() !== truth.glyphs.join() || own.clusters.join() !== truth.clusters.join()
        || own.advances.some((advance, n) => Math.abs(advance - (truth.advances[n] ?? 0)) > 1e-6);
      if (wrong) expect({ word, ...own }).toEqual({ word, ...truth });
    }
  });
  it('needs no help with European text', () => {
    for (const word of ['Rødgrød', 'officielt', '18,8', 'l’été', '„Größe“', 'żółć', 'año', '¿qué?', '€', '2025–2026', 'CO₂', 'm²']) {
      expect(shapePlain(face, word, ''), word).toBeDefined();
    }
  });
  it.each(['', 'onum pnum', 'tnum'])('shapes characters that stand alone as it shapes all others (%s)', (features) => {
    const shaper = new Shaper(face);
    let alone = 0;
    for (const word of words) {
      const found = shaper.shapeAlone(word, features);
      if (!found) continue;
      alone += 1;
      expect(found, word).toEqual(shapePlain(face, word, features));
    }
    expect(alone).toBeGreaterThan(words.length / 5);
    expect(shaper.shapeAlone('a\u00ADb', features)).toBeUndefined();
    expect(shaper.shapeAlone('a\uFFFDb', features)).toBeUndefined();
  });
  it.each(['onum pnum', 'lnum'])('applies %s like fontkit', (features) => {
    for (const word of ['0123456789', '12.345,67', '26.', 'uge 52']) {
      const own = shapePlain(face, word, features);
      expect(own?.glyphs, word).toEqual(shapeWithFontkit(face, word, features).glyphs);
    }
  });
});

describe('tabular figures', () => {
  const face = open('schibsted-grotesk/SchibstedGrotesk_400Regular.ttf');
  it('widen digits and no commas', () => {
    const digits = shapePlain(face, '1,1', 'tnum');
    const plain = shapePlain(face, '1,1', '');
    expect(digits?.glyphs[1]).toBe(plain?.glyphs[1]);
    expect(digits?.glyphs[0]).not.toBe(plain?.glyphs[0]);
    expect(shapePlain(face, '1', 'tnum')?.width).toBeCloseTo(shapePlain(face, '8', 'tnum')?.width ?? 0);
  });
});

describe('what the own reader leaves to fontkit', () => {
  const face = open('source-serif-4/SourceSerif4_400Regular.ttf');
  it.each(['Ελλάδα', 'x\u0302', 'q\u0323', '1\u20442', 'l·l'])('%s', (text) => {
    expect(new Shaper(face).shape(text, '').glyphs).toEqual(shapeWithFontkit(face, text, '').glyphs);
  });
  it('a placed mark stands where fontkit puts it', () => {
    const { rises, glyphs } = new Shaper(face).shape('q\u0323', '');
    expect(rises?.length).toBe(glyphs.length);
  });
});
