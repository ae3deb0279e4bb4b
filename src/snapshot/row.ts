// The snapshot's words: what a page looks like, a row for each line and box, without anything that a neighbour's edit changes.
import type { Span } from '../document/index.ts';

/** The first line of every snapshot; the number changes when the rows' grammar does. */
export const FORMAT = 'printvenlig layout 1';

/** One line set, or one box, rule or picture. Points, rounded to a hundredth. */
export interface Row {
  readonly kind: 'line' | 'box' | 'picture';
  /** First line of a paragraph, heading, cell …: where the next block begins. */
  readonly opens: boolean;
  readonly role: string;
  /** From the previous row's y; from the page's top for the first row of a page. Baseline for lines, top for the others. */
  readonly dy: number;
  readonly x: number;
  readonly width: number;
  /** Boxes and pictures. */
  readonly height: number;
  /** Lines: faces and size, "serif-400+serif-600 10.25". Others: colours and a digest of the shape or picture. */
  readonly style: string;
  /** Lines: the words. */
  readonly text: string;
  /** Where it comes from; rows read from a file do not know. */
  readonly span?: Span;
}

export interface SnapshotPage {
  readonly width: number;
  readonly height: number;
  /** Head and foot as words, the page's number and the count written {page} and {pages}. */
  readonly head: string;
  readonly rows: readonly Row[];
}

export interface Snapshot { readonly pages: readonly SnapshotPage[] }

const number = (value: number): string => String(Math.round(value * 100) / 100 + 0);
const signed = (value: number): string => (value < 0 ? number(value) : `+${number(value)}`);

/** Snapshot → the text of `layout.snapshot`, lines ended by LF. */
export function writeSnapshot(snapshot: Snapshot): string {
  const out = [FORMAT, ''];
  for (const page of snapshot.pages) {
    out.push(`page ${number(page.width)} ${number(page.height)} | ${page.head}`);
    for (const row of page.rows) {
      const place = `${row.role} ${signed(row.dy)} x${number(row.x)} w${number(row.width)}`;
      if (row.kind === 'line') out.push(`${row.opens ? '- ' : '  '}${place} ${row.style} | ${row.text}`);
      else out.push(`${row.kind === 'picture' ? '* ' : '. '}${place} h${number(row.height)} ${row.style}`);
    }
  }
  return `${out.join('\n')}\n`;
}

export type SnapshotFault = { readonly line: number; readonly message: string; readonly hint: string };

const NUMBER = '-?\\d+(?:\\.\\d+)?';
const PAGE = new RegExp(`^page (${NUMBER}) (${NUMBER}) \\| (.*)$`);
const LINE = new RegExp(`^([- ]) (\\S+) \\+?(${NUMBER}) x(${NUMBER}) w(${NUMBER}) (.*?) \\| (.*)$`);
const BOX = new RegExp(`^([.*]) (\\S+) \\+?(${NUMBER}) x(${NUMBER}) w(${NUMBER}) h(${NUMBER}) ?(.*)$`);

/** The text of `layout.snapshot` → Snapshot, or the first thing that makes it unreadable. */
export function readSnapshot(text: string): Snapshot | SnapshotFault {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const conflict = lines.findIndex((line) => /^(<{7}|={7}|>{7}|\|{7})( |$)/.test(line));
  if (conflict >= 0) {
    return { line: conflict + 1, message: 'The snapshot holds a merge conflict.', hint: 'Take either side, then write it anew with "printvenlig check --update".' };
  }
  if (lines[0] !== FORMAT) {
    const older = /^printvenlig layout (\d+)$/.exec(lines[0] ?? '');
    return older
      ? { line: 1, message: `The snapshot has format ${older[1]}; this version of printvenlig reads and writes "${FORMAT}".`, hint: 'Write it anew with "printvenlig check --update".' }
      : { line: 1, message: `This is no layout snapshot: its first line should be "${FORMAT}".`, hint: 'Write it anew with "printvenlig check --update".' };
  }
  const pages: { width: number; height: number; head: string; rows: Row[] }[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const page = PAGE.exec(line);
    if (page) {
      pages.push({ width: Number(page[1]), height: Number(page[2]), head: page[3] ?? '', rows: [] });
      continue;
    }
    const row = readRow(line);
    const last = pages.at(-1);
    if (!row || !last) {
      return { line: i + 1, message: 'This row of the snapshot cannot be read.', hint: 'The file is made by "printvenlig check --update" and is not edited by hand.' };
    }
    last.rows.push(row);
  }
  return { pages };
}

function readRow(line: string): Row | undefined {
  const set = LINE.exec(line);
  if (set) {
    const [, mark, role = '', dy, x, width, style = '', text = ''] = set;
    return { kind: 'line', opens: mark === '-', role, dy: Number(dy), x: Number(x), width: Number(width), height: 0, style, text };
  }
  const box = BOX.exec(line);
  if (!box) return undefined;
  const [, mark, role = '', dy, x, width, height, style = ''] = box;
  return { kind: mark === '*' ? 'picture' : 'box', opens: true, role, dy: Number(dy), x: Number(x), width: Number(width), height: Number(height), style, text: '' };
}
