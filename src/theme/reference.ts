// The template's shape → a reference in Markdown: every key with what it may be and what it does, for docs/.
import { expected } from './check-shape.ts';
import type { Shape } from './shape.ts';
import { templateShape } from './template-shape.ts';

export function templateReference(): string {
  const sections: string[] = [];
  if (templateShape.kind !== 'object') throw new Error('A template is an object.');
  for (const [name, shape] of Object.entries(templateShape.fields)) {
    const rows = rowsOf(shape, name);
    sections.push(`## ${name}\n\n${shape.doc}\n`, ...(rows.length > 0 ? [['| key | value | |', '| --- | --- | --- |', ...rows].join('\n'), ''] : [`${sentence(expected(shape))}\n`]));
  }
  return sections.join('\n');
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
const cell = (words: string): string => words.replace(/\|/g, '\\|');

function rowsOf(shape: Shape, path: string): string[] {
  const own = (item: Shape, place: string): string =>
    `| \`${place}\` | ${cell(item.kind === 'list' ? `a list${item.length === undefined ? '' : ` of ${item.length}`}: ${expected(item.item)}` : expected(item))}${item.optional === true ? ' (may be left out)' : ''} | ${cell(item.doc)} |`;
  const nested = (item: Shape, place: string): string[] => {
    if (item.kind === 'object') return rowsOf(item, place);
    if (item.kind === 'list' && item.item.kind === 'object') return rowsOf(item.item, `${place}[]`);
    if (item.kind === 'record' && item.item.kind === 'object') return rowsOf(item.item, `${place}.NAME`);
    return [];
  };
  switch (shape.kind) {
    case 'object': return Object.entries(shape.fields).flatMap(([name, field]) => [
      ...(field.kind === 'object' ? [] : [own(field, `${path}.${name}`)]), ...nested(field, `${path}.${name}`),
    ]);
    case 'record': {
      const names = shape.keys?.map((key) => `\`${key}\``).join(', ');
      return [
        ...(names === undefined ? [] : [`| \`${path}.NAME\` | ${names} | ${cell(shape.item.doc)} |`]),
        ...(shape.item.kind === 'object' ? nested(shape, path) : names === undefined ? [own(shape.item, `${path}.NAME`)] : []),
      ];
    }
    default: return [];
  }
}
