// Chapters as text → Document and diagnostics: what tests of markdown/ look at.
import { Diagnostics, type Diagnostic } from '../../src/diagnostics/index.ts';
import type { Block, Document, Inline } from '../../src/document/index.ts';
import { parseManuscript } from '../../src/markdown/index.ts';
import type { Publication } from '../../src/publication/index.ts';

export const FOLDER = '/made-up';

export function parse(chapters: string | Readonly<Record<string, string>>): { document: Document; found: readonly Diagnostic[] } {
  const files = typeof chapters === 'string' ? { '01.md': chapters } : chapters;
  const diagnostics = new Diagnostics();
  const publication: Publication = {
    folder: FOLDER, configFile: { file: `${FOLDER}/publication.yaml`, name: 'publication.yaml', text: '' },
    config: { title: 'Titel', language: 'da', template: 'plain', output: '/made-up.pdf', pdf: { standard: 'ua1+a2a', attachManuscript: false }, lint: new Map() },
    chapters: Object.entries(files).map(([name, text]) => ({ file: `${FOLDER}/${name}`, name, text })),
    words: [], template: { name: 'plain', chain: [], places: [], font: () => undefined }, read: () => ({ reason: 'There is no such file.' }),
  };
  const document = parseManuscript(publication, diagnostics);
  return { document, found: diagnostics.list() };
}

/** Every word that is set, in reading order: blocks, then notes. */
export function wordsOf(document: Document): string {
  return document.chapters.map((chapter) => [...chapter.blocks.map(blockWords), ...chapter.notes.map((note) => note.children.map(blockWords).join('\n'))].join('\n')).join('\n');
}

const inlineWords = (inlines: readonly Inline[] | undefined): string => (inlines ?? []).map((inline) => {
  switch (inline.kind) {
    case 'text': case 'code': return inline.value;
    case 'break': return '\n';
    case 'image': return `[${inline.picture.alt}]`;
    case 'note-mark': case 'page-reference': return '';
    default: return inlineWords(inline.children);
  }
}).join('');

function blockWords(block: Block): string {
  const many = (blocks: readonly Block[]): string => blocks.map(blockWords).join('\n');
  switch (block.kind) {
    case 'heading': case 'paragraph': return inlineWords(block.children);
    case 'code': return block.value;
    case 'list': return block.items.map((item) => many(item.children)).join('\n');
    case 'table': return [inlineWords(block.caption), ...block.rows.map((row) => row.cells.map((cell) => inlineWords(cell.children)).join('\t'))].join('\n');
    case 'chart': return [block.title ?? '', blockWords(block.table)].join('\n');
    case 'figure': return `[${block.picture.alt}] ${inlineWords(block.caption)}`;
    case 'cards': case 'links': return ['title' in block ? inlineWords(block.title) : '', many(block.before), ...block.items.map((item) => many(item.children))].join('\n');
    case 'signatures': return [many(block.body), ...block.people.map(({ name, roles }) => [name, ...roles].map(inlineWords).join(' / '))].join('\n');
    case 'orgchart': {
      const unit = (roots: typeof block.roots): string => roots.map(({ name, notes, children }) => [inlineWords(name), ...notes.map(inlineWords), unit(children)].join('\n')).join('\n');
      return [many(block.before), unit(block.roots)].join('\n');
    }
    case 'media': return `${inlineWords(block.title)} ${block.url}`;
    case 'factbox': return [inlineWords(block.title), many(block.children)].join('\n');
    case 'quote': case 'lead': case 'columns': case 'lang': case 'group': return many(block.children);
    default: return '';
  }
}

/** "list ordered 3 tight" and the like, a line a block, indented by nesting. */
export function outline(blocks: readonly Block[], depth = 0): string[] {
  const pad = '  '.repeat(depth);
  const inner = (list: readonly Block[]): string[] => outline(list, depth + 1);
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'heading': return [`${pad}heading ${block.level}${block.rank === block.level ? '' : ` as ${block.rank}`} #${block.anchor} | ${sketch(block.children)}`];
      case 'paragraph': return [`${pad}paragraph | ${sketch(block.children)}`];
      case 'code': return [`${pad}code${block.language ? ` ${block.language}` : ''} | ${JSON.stringify(block.value)}`];
      case 'list': return [`${pad}list${block.ordered ? ` from ${block.start}` : ''} ${block.tight ? 'tight' : 'loose'}`,
        ...block.items.flatMap((item) => [`${pad}- ${item.checked === undefined ? '' : item.checked ? '[x]' : '[ ]'}`.trimEnd(), ...inner(item.children)])];
      case 'table': return [`${pad}table ${block.align.map((side) => side ?? '-').join(' ')}${block.caption ? ` | ${sketch(block.caption)}` : ''}`, ...block.rows.map((row) => `${pad}  ${row.cells.map((cell) => sketch(cell.children)).join(' | ')}`)];
      case 'chart': return [`${pad}chart ${block.type}${block.title ? ` | ${block.title}` : ''}`, ...inner([block.table])];
      case 'figure': return [`${pad}figure ${block.picture.source}${block.picture.width ? ` ${block.picture.width.value}${block.picture.width.unit}` : ''} alt "${block.picture.alt}"${block.caption ? ` | ${sketch(block.caption)}` : ''}`];
      case 'cards': case 'links': return [`${pad}${block.kind}${block.kind === 'cards' && block.columns ? ` ${block.columns}` : ''}${block.kind === 'links' && block.title ? ` | ${sketch(block.title)}` : ''}`, ...inner(block.before),
        ...block.items.flatMap((item) => [`${pad}-`, ...inner(item.children)])];
      case 'signatures': return [`${pad}signatures ${block.columns} ${block.place ?? '-'} ${block.date ?? '-'}`, ...inner(block.body), ...block.people.map(({ name, roles }) => `${pad}- ${[name, ...roles].map(sketch).join(' / ')}`)];
      case 'orgchart': {
        const units = (roots: typeof block.roots, level: number): string[] => roots.flatMap(({ name, notes, children }) => [`${pad}${'  '.repeat(level)}- ${[name, ...notes].map(sketch).join(' / ')}`, ...units(children, level + 1)]);
        return [`${pad}orgchart`, ...inner(block.before), ...units(block.roots, 0)];
      }
      case 'media': return [`${pad}${block.medium} ${block.url}${block.title ? ` | ${sketch(block.title)}` : ''}`];
      case 'factbox': return [`${pad}factbox${block.title ? ` | ${sketch(block.title)}` : ''}`, ...inner(block.children)];
      case 'lang': return [`${pad}lang ${block.code}`, ...inner(block.children)];
      case 'columns': return [`${pad}columns ${block.count}`, ...inner(block.children)];
      case 'quote': case 'lead': case 'group': return [`${pad}${block.kind}`, ...inner(block.children)];
      default: return [`${pad}${block.kind}`];
    }
  });
}

/** Inlines in a line: *emphasis*, **strong**, <url>, #target, ^note. */
export function sketch(inlines: readonly Inline[]): string {
  return inlines.map((inline) => {
    switch (inline.kind) {
      case 'text': return inline.value;
      case 'code': return `\`${inline.value}\``;
      case 'break': return ' // ';
      case 'emphasis': return `*${sketch(inline.children)}*`;
      case 'strong': return `**${sketch(inline.children)}**`;
      case 'strike': return `~~${sketch(inline.children)}~~`;
      case 'sub': case 'sup': return `${inline.kind}(${sketch(inline.children)})`;
      case 'link': return `[${sketch(inline.children)}](${inline.target === undefined ? inline.url : `#${inline.target}`}${inline.bare ? ' bare' : ''})`;
      case 'page-reference': return `(page of #${inline.target})`;
      case 'note-mark': return `^${inline.note}`;
      case 'image': return `![${inline.picture.alt}](${inline.picture.source}${inline.picture.width ? ` ${inline.picture.width.value}${inline.picture.width.unit}` : ''})`;
    }
  }).join('');
}
