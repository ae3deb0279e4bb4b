// YAML text → why it is not worth reading: the parser's time grows with the square of the keys, its stack with the nesting.

/** The longest template has some 500 lines. */
const MOST_ENTRIES = 10_000;
const DEEPEST = 100;

/** One plain sentence, or undefined where the text is like any other. */
export function yamlBeyondUse(text: string): string | undefined {
  let entries = 0, depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    // Line ends and commas part entries; brackets and braces in quotes count too: no title has a hundred open.
    if (sign === 10 || sign === 44) entries += 1;
    else if (sign === 91 || sign === 123) depth += 1;
    else if (sign === 93 || sign === 125) depth = Math.max(0, depth - 1);
    if (entries > MOST_ENTRIES) return `The file has more than ${MOST_ENTRIES} entries.`;
    if (depth > DEEPEST) return `The file is nested more than ${DEEPEST} deep.`;
  }
  return new RegExp(`^(?: {${2 * DEEPEST}}| *(?:[-?] +){${DEEPEST}})`, 'm').test(text) ? `The file is nested more than ${DEEPEST} deep.` : undefined;
}
