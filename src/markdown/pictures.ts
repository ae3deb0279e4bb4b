// A picture's address and {width=…} → PictureRef: a file inside the publication, checked by name only.
import { dirname, resolve, sep } from 'node:path';
import type { PictureRef, Span, Text } from '../document/index.ts';
import { didYouMean } from './did-you-mean.ts';
import type { ChapterContext } from './context.ts';
import { cut, textAt } from './place-text.ts';

export function toPicture(source: string, alt: string, span: Span, attributes: Text | undefined, context: ChapterContext): PictureRef | undefined {
  const found = resolvePicture(source, context);
  const width = attributes && readWidth(attributes, context);
  if ('reason' in found) {
    context.diagnostics.error('picture-address', span, `The picture "${source.slice(0, 80)}" cannot be used.`, found.reason);
    return undefined;
  }
  return { file: found.file, source, alt, span, ...(width ? { width } : {}) };
}

function resolvePicture(source: string, context: ChapterContext): { readonly file: string } | { readonly reason: string } {
  if (source === '') return { reason: 'It has no address: write ![text](images/file.png).' };
  if (/^[a-z][a-z0-9+.-]+:/i.test(source) || source.startsWith('//')) return { reason: 'Remote pictures are never fetched; save the picture beside the chapter.' };
  let path: string;
  try {
    path = decodeURIComponent(source.replace(/[?#].*$/, ''));
  } catch {
    path = source;
  }
  if (path === '' || path.includes('\0')) return { reason: 'Its address names no file.' };
  const file = resolve(dirname(context.file), path);
  if (!file.startsWith(context.folder + sep)) return { reason: 'It lies outside the publication\'s folder.' };
  return { file };
}

/** A title between quotes stands last before the picture's closing bracket. */
export function captionAt(title: string, span: Span, context: ChapterContext): Text {
  const source = context.lines[span.endLine - 1] ?? '';
  const at = source.lastIndexOf(title, span.endColumn - 2);
  return textAt(title.replace(/\s+/g, ' '), at < 0 ? span : { ...span, line: span.endLine, column: at + 1, endColumn: at + 1 + title.length });
}

const EXPECTED = 'A picture takes width=60%, width=80mm or width=200pt.';

/** `{width=60%}`, as text with its places. */
function readWidth(text: Text, { diagnostics }: ChapterContext): PictureRef['width'] {
  let width: PictureRef['width'];
  for (const found of text.value.slice(1, -1).matchAll(/[^\s=]+(?:=(?:"[^"]*"|'[^']*'|\S*))?/g)) {
    const [name = '', ...rest] = found[0].split('=');
    const raw = rest.join('=').replace(/^(["'])(.*)\1$/, '$2');
    const place = cut(text, 1 + found.index, 1 + found.index + found[0].length).span;
    if (name !== 'width') {
      diagnostics.warning('unknown-attribute', place, `Unknown attribute "${name}" on a picture.`, didYouMean(name, ['width']) ?? EXPECTED);
      continue;
    }
    const value = /^(\d{1,5}(?:[.,]\d{1,5})?)\s*(%|mm|pt)$/.exec(raw);
    const size = Number((value?.[1] ?? '').replace(',', '.'));
    const unit = value?.[2] as '%' | 'mm' | 'pt' | undefined;
    if (unit === undefined || !(size > 0) || (unit === '%' && size > 100)) {
      diagnostics.error('attribute-value', place, `A picture's width should be a number above 0 with %, mm or pt${unit === '%' && size > 100 ? ', at most 100%' : ''}, not "${raw}".`, EXPECTED);
    } else width = { value: size, unit };
  }
  return width;
}
