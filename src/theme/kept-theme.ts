// A template's sources → its Theme; the very same one as long as its files and fonts hold the same bytes.
import { Diagnostics, type Diagnostic } from '../diagnostics/index.ts';
import type { TemplateSource } from '../publication/index.ts';
import { loadTheme } from './load-theme.ts';
import type { Theme } from './theme.ts';

type Font = ReturnType<TemplateSource['font']>;
interface Kept { readonly source: TemplateSource; readonly fonts: ReadonlyMap<string, Font>; readonly theme: Theme | undefined; readonly found: readonly Diagnostic[] }

export class KeptTheme {
  private kept: Kept | undefined;

  load(source: TemplateSource, diagnostics: Diagnostics): Theme | undefined {
    if (!this.kept || !isSame(this.kept, source)) {
      const fonts = new Map<string, Font>();
      const found = new Diagnostics();
      const asking: TemplateSource = {
        ...source,
        font(name) {
          const font = source.font(name);
          fonts.set(name, font);
          return font;
        },
      };
      this.kept = { source, fonts, theme: loadTheme(asking, found), found: found.list() };
    }
    diagnostics.addAll(this.kept.found);
    return this.kept.theme;
  }
}

function isSame({ source, fonts }: Kept, now: TemplateSource): boolean {
  if (source.name !== now.name || source.chain.length !== now.chain.length) return false;
  if (!source.chain.every(({ file, text }, index) => file === now.chain[index]?.file && text === now.chain[index]?.text)) return false;
  for (const [name, font] of fonts) {
    const there = now.font(name);
    if (there?.file !== font?.file) return false;
    if (there && font && Buffer.compare(there.bytes, font.bytes) !== 0) return false;
  }
  return true;
}
