// package.json and its lockfile → nothing that was not agreed to: exact versions, known licences, no scripts at installation.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

interface Package { readonly name: string; readonly version: string; readonly licence: string; readonly tool: boolean; readonly script: boolean; readonly integrity?: string }
interface Licences {
  packagesOf(lock: unknown): readonly Package[];
  unagreed(packages: readonly Package[]): readonly Package[];
  licenceList(packages: readonly Package[]): string;
}
const { packagesOf, unagreed, licenceList } = (await import(new URL('scripts/licences.mjs', root).href)) as Licences;
const LOCKS = ['package-lock.json', 'test/conformance/package-lock.json', 'test/preview/package-lock.json', 'bench/package-lock.json'] as const;
const packages = packagesOf(JSON.parse(read('package-lock.json')));

test.each(['package.json', 'test/conformance/package.json', 'test/preview/package.json', 'bench/package.json'])('%s names exact versions', (file) => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(file)) as Record<'dependencies' | 'devDependencies', Record<string, string> | undefined>;
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('what the lockfile says of package.json is what stands there', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, unknown>;
  const { packages: { '': own } } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Record<string, unknown>> };
  expect(own?.['dependencies']).toEqual(dependencies);
  expect(own?.['devDependencies']).toEqual(devDependencies);
});

test('docs/licences.md is as scripts/licences.mjs makes it, and every licence is agreed to', () => {
  expect(unagreed(packages).map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  expect(read('docs/licences.md')).toBe(licenceList(packages));
});

test('a licence that nobody agreed to is found, alone, in a choice and beside another', () => {
  const under = (licence: string, tool = false): Package => ({ name: 'x', version: '1.0.0', licence, tool, script: false });
  expect(unagreed([under('GPL-3.0'), under('none'), under('(MIT AND GPL-2.0)'), under('MPL-2.0')]).length).toBe(4);
  expect(unagreed([under('(GPL-2.0 OR MIT)'), under('(MIT AND ISC)'), under('MPL-2.0', true)])).toEqual([]);
});

test.each(LOCKS)('%s: every package has the hash of its bytes', (file) => {
  expect(packagesOf(JSON.parse(read(file))).filter(({ integrity }) => !/^sha512-/.test(integrity ?? '')).map(({ name }) => name)).toEqual([]);
});

test('nothing that is installed with the program runs a script at installation; of the tools, only esbuild and fsevents have one, and need it not', () => {
  const scripted = packages.filter(({ script }) => script);
  expect(scripted.filter(({ tool }) => !tool)).toEqual([]);
  expect(scripted.filter(({ name }) => name !== 'esbuild' && name !== 'fsevents')).toEqual([]);
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
});
