// `<style>` and `style="…"` → the declarations that hold for an element.
import { PictureFault } from '../fault.ts';
import type { Element } from './xml.ts';

export type Declarations = ReadonlyMap<string, string>;

interface Rule { readonly matches: (element: Element) => boolean; readonly weight: number; readonly declarations: Declarations }

const MOST_RULES = 5000;

function withoutComments(source: string): string {
  let plain = '';
  for (let at = 0; ;) {
    const from = source.indexOf('/*', at);
    if (from < 0) return plain + source.slice(at);
    plain += source.slice(at, from);
    const to = source.indexOf('*/', from + 2);
    if (to < 0) return plain;
    at = to + 2;
  }
}

/** Simple selectors: element, .class, #id, * and what combines them; of longer ones the last part decides. */
export function parseSheet(source: string): readonly Rule[] {
  const rules: Rule[] = [];
  const plain = withoutComments(source).replace(/<!--|-->/g, '').replace(/@(?:import|charset|namespace)[^;{}]*;/g, '');
  for (const part of plain.split('}').slice(0, -1)) {
    // Split, not matched by a pattern: a sheet without braces would cost the square of its length.
    const brace = part.lastIndexOf('{');
    if (brace < 1) continue;
    const selectors = part.slice(part.lastIndexOf('{', brace - 1) + 1, brace), body = part.slice(brace + 1);
    if (rules.length > MOST_RULES) throw new PictureFault('picture-too-large', `its style sheet has more than ${MOST_RULES} rules.`, 'Simplify the drawing.');
    const declarations = parseDeclarations(body);
    for (const selector of selectors.split(',')) {
      const last = selector.trim().split(/[\s>+~]+/).pop() ?? '';
      if (last === '' || selector.includes('@') || /[:[]/.test(last)) continue;
      rules.push({ ...matcher(last), declarations });
    }
  }
  return rules.map((rule, index) => ({ rule, index })).sort((a, b) => a.rule.weight - b.rule.weight || a.index - b.index).map(({ rule }) => rule);
}

function matcher(selector: string): Pick<Rule, 'matches' | 'weight'> {
  const parts = selector.match(/[.#]?[^.#]+/g) ?? [];
  const weight = parts.reduce((sum, part) => sum + (part.startsWith('#') ? 100 : part.startsWith('.') ? 10 : part === '*' ? 0 : 1), 0);
  return {
    weight,
    matches: (element) => parts.every((part) => {
      if (part.startsWith('#')) return element.attributes.get('id') === part.slice(1);
      if (part.startsWith('.')) return (element.attributes.get('class') ?? '').split(/\s+/).includes(part.slice(1));
      return part === '*' || part === element.name;
    }),
  };
}

export function parseDeclarations(body: string): Declarations {
  const declarations = new Map<string, string>();
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) declarations.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).replace(/!important/i, '').trim());
  }
  return declarations;
}

/** The value of a property: `style`, then the sheet, then the attribute of the same name. */
export function declared(element: Element, sheet: readonly Rule[]): (property: string) => string | undefined {
  const own = element.attributes.get('style');
  const inline = own === undefined ? undefined : parseDeclarations(own);
  const matching = sheet.filter((rule) => rule.matches(element)).reverse();
  return (property) => inline?.get(property) ?? matching.find(({ declarations }) => declarations.has(property))?.declarations.get(property) ?? element.attributes.get(property)?.trim();
}

export type Sheet = ReturnType<typeof parseSheet>;
