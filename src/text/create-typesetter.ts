// Faces and rules → a typesetter: what sets every paragraph of a publication.
import type { Diagnostics } from '../diagnostics/index.ts';
import type { FaceKey, FaceSource, SettingRules } from '../theme/theme.ts';
import type { Typesetter } from './typesetter.ts';

export interface TypesetterOptions {
  readonly faces: ReadonlyMap<FaceKey, FaceSource>;
  /** Asked in this order for characters that a face lacks. */
  readonly fallback: readonly FaceKey[];
  readonly rules: SettingRules;
  readonly diagnostics: Diagnostics;
}

export function createTypesetter(options: TypesetterOptions): Typesetter {
  void options;
  throw new Error('Not yet.');
}
