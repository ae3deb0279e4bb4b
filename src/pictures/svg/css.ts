// `<style>` and `style="…"` → the declarations that hold for an element.
import type { Element } from './xml.ts';

export type Declarations = ReadonlyMap<string, string>;

interface Rule { readonly matches: (element: Element) => boolean; readonly weight: number; readonly declarations: Declarations }

/** Simple selectors: element, .class, #id, * and what combines them; of longer ones the last part decides. */
export function parseSheet(source: string): readonly Rule[] {
  const rules: Rule[] = [];
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/<!--|-->/g, '').replace(/@(?:import|charset|namespace)[^;]*;/g, '');
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
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
