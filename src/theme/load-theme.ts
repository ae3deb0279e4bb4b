// template.yaml and those it extends → Theme, or diagnostics at the template's own lines.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { TemplateSource } from '../publication/index.ts';
import type { Theme } from './theme.ts';

export function loadTheme(_source: TemplateSource, _diagnostics: Diagnostics): Theme | undefined {
  throw new Error('theme/ is being built.');
}
