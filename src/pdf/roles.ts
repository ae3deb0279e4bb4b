// Structure roles → the types of PDF 1.7 and PDF 2.0, and what is said of them in attributes.
import type { TagNode, TagRole } from '../flow/index.ts';
import { text, type Dict, type PdfValue } from './objects.ts';

/** Types that PDF 1.7 does not have, and the nearest that it has (ISO 32000-1, 14.8.4). */
const MAPPED_17: Partial<Record<TagRole, string>> = { Title: 'P', Aside: 'Div', Em: 'Span', Strong: 'Span' };

/** Types of the PDF 2.0 namespace (ISO 32000-2, 14.8.6); the others stay in that of PDF 1.7, the default. */
const NAMESPACE_20: ReadonlySet<string> = new Set([
  'Document', 'Part', 'Sect', 'Div', 'Aside', 'P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Title', 'L', 'LI', 'Lbl', 'LBody', 'Table',
  'THead', 'TBody', 'TR', 'TH', 'TD', 'Caption', 'Figure', 'Formula', 'Link', 'Span', 'Em', 'Strong', 'Form', 'FENote',
]);
export const NAMESPACE_20_NAME = 'http://iso.org/pdf2/ssn';

export interface StructureType {
  readonly name: string;
  /** In the namespace of PDF 2.0. */
  readonly pdf20: boolean;
}

/** `within`: roles of the elements around it. An aside stands neither in an aside nor in a quotation (ISO/TS 32005, table 5). */
export function structureType(role: TagRole, pdf20: boolean, within: readonly TagRole[]): StructureType {
  if (!pdf20) return { name: role, pdf20: false };
  const nested = role === 'Aside' && (within.includes('Aside') || within.includes('BlockQuote'));
  const name = role === 'Note' ? 'FENote' : nested ? 'Div' : role;
  return { name, pdf20: NAMESPACE_20.has(name) };
}

/** The RoleMap of a PDF 1.7 file: only for roles that are used. */
export function roleMap(used: ReadonlySet<TagRole>): Dict {
  const map: Dict = {};
  for (const role of Object.keys(MAPPED_17).sort() as TagRole[]) if (used.has(role)) map[role] = MAPPED_17[role];
  return map;
}

/** An element's identifier is a byte string: kept to ASCII, for tools that print it undecoded. */
export const identifier = (id: string): string => encodeURI(id.replace(/\p{Surrogate}/gu, '\ufffd'));

const LIST_NUMBERING_17: Readonly<Record<string, string>> = { Ordered: 'Decimal', Unordered: 'Disc' };

/** `box`: a figure's bounds on its page, in PDF coordinates. */
export function attributes(node: TagNode, pdf20: boolean, box: readonly number[] | undefined): Dict[] {
  const list: Dict[] = [];
  if (node.role === 'L') {
    const numbering = node.listNumbering ?? 'None';
    list.push({ O: 'List', ListNumbering: pdf20 ? numbering : LIST_NUMBERING_17[numbering] ?? numbering });
  }
  if (node.role === 'TH' || node.role === 'TD') {
    const table: Dict = {};
    if (node.role === 'TH') table.Scope = node.scope ?? 'Column';
    if (node.colSpan !== undefined && node.colSpan > 1) table.ColSpan = node.colSpan;
    if (Object.keys(table).length > 0) list.push({ O: 'Table', ...table });
  }
  if ((node.role === 'Figure' || node.role === 'Formula') && box) list.push({ O: 'Layout', BBox: box as PdfValue[], Placement: node.inline ? 'Inline' : 'Block' });
  if (node.role === 'Note' && pdf20) list.push({ O: 'FENote', NoteType: 'Footnote' });
  return list;
}

/**
 * Entries that say something of an element in words. A title (T) and a table's Summary would say again what a heading or
 * a caption says. A link's words are its annotation's.
 */
export function words(node: TagNode): Dict {
  return {
    ...(node.alt !== undefined && node.role !== 'Link' && node.role !== 'Figure' && node.role !== 'Formula' ? { Alt: text(node.alt) } : {}),
    ...(node.language ? { Lang: text(node.language) } : {}),
    ...(node.actualText !== undefined ? { ActualText: text(node.actualText) } : {}),
  };
}
