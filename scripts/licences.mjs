// package-lock.json → docs/licences.md: every package that is installed with the program, and its licence. Stops at a licence that nobody has agreed to.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Licences under which the program may be passed on with the package. Of a choice, one must be here. */
const AGREED = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-1.1', 'BlueOak-1.0.0', 'CC0-1.0']);
/** Tools that are not passed on may also be under these. */
const AGREED_FOR_TOOLS = new Set([...AGREED, 'MPL-2.0', 'CC-BY-4.0', 'Python-2.0']);
/** What a package says in its LICENSE file alone. */
const SAID_ELSEWHERE = new Map([['png-js', 'MIT']]);

export function packagesOf(lock) {
  return Object.entries(lock.packages).filter(([path]) => path !== '').map(([path, { version, license, dev = false, hasInstallScript = false, integrity }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { name, version, licence: license ?? SAID_ELSEWHERE.get(name) ?? 'none', tool: dev, script: hasInstallScript, integrity };
  });
}

export function unagreed(packages) {
  return packages.filter(({ licence, tool }) => {
    const agreed = tool ? AGREED_FOR_TOOLS : AGREED;
    const text = licence.replace(/[()]/g, '');
    return text.includes(' OR ') ? !text.split(' OR ').some((one) => agreed.has(one)) : !text.split(' AND ').every((one) => agreed.has(one));
  });
}

export function licenceList(packages) {
  const passedOn = packages.filter(({ tool }) => !tool).sort((a, b) => (a.name < b.name || (a.name === b.name && a.version < b.version) ? -1 : 1));
  const rows = passedOn.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence.replace(/[()]/g, '')} |`);
  return `<!-- Made by scripts/licences.mjs from package-lock.json. -->

# Licences of what is installed with the program

Each package has its licence's text in its own folder. Of a choice the program takes MPL-1.1. Fonts and hyphenation patterns
that come with the program have theirs beside them. Why each direct dependency is here: [dependencies.md](dependencies.md).

| package | version | licence |
| --- | --- | --- |
${[...new Set(rows)].join('\n')}
`;
}

export const readLock = () => JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8'));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const packages = packagesOf(readLock());
  const others = unagreed(packages);
  for (const { name, licence } of others) console.error(`${name} is under "${licence}", to which nobody has agreed.`);
  if (others.length > 0) process.exit(1);
  writeFileSync(`${root}/docs/licences.md`, licenceList(packages));
}
