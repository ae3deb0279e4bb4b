// A chapter's Markdown → its words in order, read line by line without the program's parser: the oracle of what must stand in the PDF.
import { wordsOf } from './made.ts';

export interface SourceWords {
  /** Running text, in order. */
  readonly words: readonly string[];
  /** What may stand elsewhere: footnotes, and the tables that charts and organisation charts are drawn from. */
  readonly apart: readonly string[];
}

const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/<!--[\s\S]*?-->/g, ' '],
  [/!\[[^\]]*\]\([^)"\s]+(?:\s+"([^"]*)")?\)(?:\{[^}]*\})?/g, ' $1 '],
  [/\[\]\(#[^)]*\)/g, ' '],
  [/\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))*\)/g, '$1'],
  [/<https?:[^>]*>|https?:\/\/[^\s)>\]}"]+|<?[\w.]+@[\w.]+>?/g, ' '],
  [/<\/?(?:sub|sup)>/g, ''], [/<br\s*\/?>/g, ' '],
  [/\{#[\w-]+\}\s*$/gm, ' '],
  [/^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/gm, ' '],
  [/^[ >]*(?:\d+[.)]|[-*+])(?: \[[ xX]\])?(?= )/gm, ' '],
  [/\\(?=[^\w\s])/g, ''], [/[*_~`]+/g, ''], [/^ *```.*$/gm, ' '], [/&nbsp;/g, ' '], [/&amp;/g, '&'],
];

export function readSource(source: string): SourceWords {
  // A note's number stands close to the word before it.
  const notes = new Map<string, number>();
  const markdown = source.replace(/\[\^([^\]]+)\](?!:)/g, (_, id: string) => {
    notes.set(id, notes.get(id) ?? notes.size + 1);
    return String(notes.get(id));
  });
  const running: string[] = [], apart: string[] = [];
  let where = running, charted = false;
  const lines = markdown.replace(/^---\n[\s\S]*?\n---\n/, '').replace(/^```.*$/gm, '').split('\n');
  for (const line of lines) {
    const note = /^\[\^[^\]]+\]:(.*)$/.exec(line);
    const opening = /^ *:{2,}([a-z]+)(?:\[((?:[^\]\\]|\\.)*)\])?(?:\{(.*)\})?\s*$/.exec(line);
    if (note) {
      apart.push(note[1] ?? '');
      where = apart;
    } else if (opening) {
      where = opening[1] === 'chart' || opening[1] === 'orgchart' ? apart : running;
      charted = opening[1] === 'chart';
      where.push(opening[2] ?? '', /title="([^"]*)"/.exec(opening[3] ?? '')?.[1] ?? '');
    } else if (/^ *:{3,}\s*$/.test(line) || (where === apart && /^\S/.test(line) && !line.startsWith('|') && !line.startsWith('-') && running !== where && lines.indexOf(line) > 0 && lines[lines.indexOf(line) - 1] === '')) {
      where = running;
      if (!/^ *:{3,}\s*$/.test(line)) where.push(line);
    } else if (where === apart && charted && line.startsWith('|')) {
      // The head over a chart's categories is said by its axis.
      where.push(line.replace(/^\|[^|]*/, ''));
      charted = false;
    } else where.push(line);
  }
  return { words: strip(running), apart: strip(apart) };
}

function strip(lines: readonly string[]): string[] {
  return wordsOf(MARKUP.reduce((text, [pattern, by]) => text.replace(pattern, by), lines.join('\n').replace(/\$1/g, '')));
}
