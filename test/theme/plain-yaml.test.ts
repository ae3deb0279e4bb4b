// The quick reader against the yaml package, which is the oracle: the same tree at the same places, or none.
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/index.ts';
import { readPlainYaml } from '../../src/theme/plain-yaml.ts';
import { readAnyYaml, type Tree } from '../../src/theme/yaml-tree.ts';
import { templateSource } from '../support/template-source.ts';

const source = (text: string) => ({ file: '/t.yaml', name: 't.yaml', text });
/** The end of a block collection is a matter of taste; its beginning and every scalar's ends are not. */
const flat = (tree: Tree, path = ''): string[] => {
  const { span } = tree;
  const here = `${path} ${tree.kind} ${span.line}:${span.column}`;
  if (tree.kind === 'scalar' && tree.value === null) return [`${path} null`];
  if (tree.kind === 'scalar') return [`${here}-${span.endLine}:${span.endColumn} ${JSON.stringify(tree.value)}`];
  if (tree.kind === 'list') return [here, ...tree.items.flatMap((item, index) => flat(item, `${path}/${index}`))];
  return [here, ...[...tree.entries].flatMap(([name, { key, value }]) => [`${path}.${name} key ${key.line}:${key.column}-${key.endColumn}`, ...flat(value, `${path}.${name}`)])];
};
const any = (text: string): { tree: Tree | undefined; faults: number } => {
  const diagnostics = new Diagnostics();
  return { tree: readAnyYaml(source(text), diagnostics), faults: diagnostics.list().length };
};

/** The first row in which they differ; empty where they agree. */
function difference(quick: Tree, { tree, faults }: ReturnType<typeof any>): string {
  if (!tree || faults > 0) return 'the package finds a fault';
  const [a, b] = [flat(quick), flat(tree)];
  const at = a.findIndex((row, index) => row !== b[index]);
  return at < 0 && a.length === b.length ? '' : `${a[at] ?? 'nothing'} instead of ${b[at < 0 ? a.length : at] ?? 'nothing'}`;
}

describe('readPlainYaml', () => {
  it.each(['plain', 'beretning'])('reads %s as the package does', (name) => {
    for (const file of templateSource(name).chain) {
      const quick = readPlainYaml(file);
      expect(quick && difference(quick, any(file.text))).toBe('');
    }
  });

  it.each([
    'a: 1', 'a: {b: c, d: [1, 2.5, -3, x y]}', 'a:\n  b: "x: y # z"\n  c: \'it\'\'s\' # note\nd: ~\ne:\n', 'l:\n- 1\n- a: 2\n  b: 3\n- [x]\nm: true',
    'l:\n  - { a: b }\n  # note\n  - c\n', 'a: x#y', 'a: "\\u00A0"', '"a b": c', 'a: {b: {c: d}, e: "f, g"}', 'a: []\nb: {}', 'a: http://x.y/z', 'a: [a: b]', 'a: {b}',
    'a: b: c', 'a: &x 1', 'a: |\n  text\n', 'a: text\n  more', 'a: 1\na: 2', '- 1\n- 2', 'a: [1,\n 2]', 'a: 0x10', 'a: 1e3', 'a: .5', 'a: "x', 'a: {b: c', 'a:\tb', ' a: 1', 'a: 1\n b: 2', 'a: @x', 'a: "x" y',
  ])('agrees with the package on %j, or leaves it to it', (text) => {
    const quick = readPlainYaml(source(text));
    if (!quick) return;
    expect(difference(quick, any(text))).toBe('');
  });

  it('never disagrees, however a template is damaged', () => {
    const file = templateSource('beretning').chain[0];
    const text = (file?.text ?? '').split('\n').slice(25, 75).join('\n');
    let seed = 20260226;
    const random = (below: number): number => { seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff; return seed % below; };
    for (let round = 0; round < 150; round += 1) {
      const at = random(text.length);
      const damaged = `${text.slice(0, at)}${['', ' ', '"', ':', '\n', '- ', '{', ']', ','][random(9)] ?? ''}${text.slice(at + random(3))}`;
      const quick = readPlainYaml(source(damaged));
      if (!quick) continue;
      const found = difference(quick, any(damaged));
      expect(found === '' ? '' : `${found}: ${damaged.slice(Math.max(0, at - 40), at + 20)}`).toBe('');
    }
  });
});
