// What a watch keeps standing between editions, as printers keep set type: each room's own memory, and the tools made for a theme.
import { FlowMemory } from './flow/index.ts';
import { KeptChapters } from './markdown/index.ts';
import { KeptPdf } from './pdf/index.ts';
import { KeptPictures } from './pictures/index.ts';
import { createOutliner, createTypesetter, type Typesetter } from './text/index.ts';
import { KeptTheme, type Theme } from './theme/index.ts';

export interface Tools { readonly typesetter: Typesetter; readonly outline: ReturnType<typeof createOutliner> }

/**
 * These three read what may change, compare it, and give out the very same objects as long as it has not. The rooms after
 * them (flow/, pages/, pdf/) remember what they made by the objects that it was made of, and forget it with them.
 */
export class Standing {
  readonly chapters = new KeptChapters();
  readonly pictures = new KeptPictures();
  readonly theme = new KeptTheme();
  readonly flow = new FlowMemory();
  readonly pdf = new KeptPdf();
  private readonly tools = new WeakMap<Theme, Tools>();

  toolsFor(theme: Theme): Tools {
    let tools = this.tools.get(theme);
    if (!tools) {
      const { faces, fallback, rules, styles } = theme;
      tools = { typesetter: createTypesetter({ faces, fallback, rules }), outline: createOutliner(faces, styles.caption.faces) };
      this.tools.set(theme, tools);
    }
    return tools;
  }
}
