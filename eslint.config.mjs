// The house's rules as lint: doors, one direction, determinism.
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = dirname(fileURLToPath(import.meta.url));
const src = resolve(root, 'src');

/** Rooms in the order of the pipeline: a room may open the doors of those before it. `document` and `diagnostics` are open to all. */
const upstream = {
  document: [],
  diagnostics: [],
  publication: [],
  markdown: ['publication'],
  theme: ['publication'],
  pictures: ['theme'],
  text: ['theme', 'pictures'],
  flow: ['theme', 'text', 'pictures'],
  pages: ['theme', 'text', 'flow'],
  pdf: ['publication', 'theme', 'text', 'pictures', 'flow', 'pages'],
  snapshot: ['theme', 'text', 'pictures', 'flow', 'pages'],
  proof: ['publication'],
  preview: ['snapshot', 'pages'],
  cli: null,
};
/** Packages that one room alone may import. */
const owners = { pdfkit: 'pdf', fontkit: 'text', yaml: ['publication', 'markdown', 'theme'], uqr: 'pictures' };

const doors = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const room = (file) => relative(src, file).split(sep)[0];
    const from = room(context.filename);
    const check = (node) => {
      const source = node.source?.value;
      if (typeof source !== 'string') return;
      if (!source.startsWith('.')) {
        const owner = owners[source];
        if (owner && ![owner].flat().includes(from)) context.report({ node, message: `Only ${[owner].flat().join(', ')} may import ${source}.` });
        return;
      }
      const target = resolve(dirname(context.filename), source);
      const to = room(target);
      if (to === from || to.endsWith('.ts') || to.startsWith('..')) return;
      if (relative(resolve(src, to), target) !== 'index.ts') context.report({ node, message: `Reach ${to}/ through its door, ${to}/index.ts.` });
      const allowed = upstream[from];
      if (allowed && to !== 'document' && to !== 'diagnostics' && !allowed.includes(to)) {
        context.report({ node, message: `${from}/ may not import ${to}/: it is not upstream of it.` });
      }
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};

const inexact = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2', 'exp', 'log', 'log2', 'log10', 'pow', 'cbrt'];

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'output/', 'node_modules/', 'test/**/node_modules/', 'bench/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { doors } } },
    rules: {
      'house/doors': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/preview/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error',
        { object: 'Math', property: 'random', message: 'Same manuscript, same bytes.' },
        { object: 'process', property: 'exit', message: 'Only cli/ ends the process.' }],
      'no-restricted-syntax': ['error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from publication.yaml.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes from publication.yaml.' },
        { selector: "CallExpression[callee.property.name='localeCompare']", message: 'Differs by machine; compare code units.' },
        { selector: "CallExpression[callee.property.name=/^toLocale/]", message: 'Differs by machine.' }],
    },
  },
  {
    files: ['src/text/**/*.ts', 'src/pages/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', ...inexact.map((property) => ({ object: 'Math', property, message: 'Not exact across engines.' })),
        { object: 'Math', property: 'random', message: 'Same manuscript, same bytes.' }],
    },
  },
);
