// The template's footnotes → how they stand at a page's foot, for make-up.
import type { Theme } from '../theme/index.ts';
import type { Placed } from './placed.ts';

export interface FootStyle {
  /** Least space from the text to the rule, points. */
  readonly before: number;
  /** From the rule to the top of the first note's slab, points. */
  readonly ruleToTop: number;
  readonly between: number;
  /** The part of the page that notes take at most, so that text goes on above them. */
  readonly most: number;
  rule(y: number): readonly Placed[];
}

/** The very same for the same theme: what is made up with it can be kept. */
export function footStyle(theme: Theme): FootStyle {
  let style = made.get(theme);
  if (!style) made.set(theme, (style = makeFootStyle(theme)));
  return style;
}
const made = new WeakMap<Theme, FootStyle>();

function makeFootStyle({ components, master, distances, styles }: Theme): FootStyle {
  const { before, rule, toText, between, most } = components.footnotes;
  const { x } = master.zones.text;
  const { stroke } = rule;
  return {
    before, between, most,
    // Where baselines are measured, the first note's box begins one leading above its baseline.
    ruleToTop: distances === 'baselines' ? toText - styles.footnote.leading : toText,
    rule: (y) => [{ kind: 'path', role: 'rule', path: [['M', x, y], ['L', x + rule.width, y]], stroke }],
  };
}
