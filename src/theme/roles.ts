// Every role that text can have, in the order in which a reference lists them.

export const ROLES = [
  'cover-title', 'cover-organisation', 'cover-fact', 'cover-edition', 'title', 'edition',
  'heading-1', 'heading-2', 'heading-3', 'heading-4', 'heading-5', 'heading-6',
  'lead', 'body', 'quote', 'code', 'list-number', 'footnote', 'footnote-number',
  'caption', 'caption-label', 'address',
  'box', 'box-title', 'box-heading', 'card', 'card-title', 'links-label', 'link-title',
  'table', 'table-head', 'chart', 'chart-value', 'chart-title', 'media-kind', 'media-title',
  'orgchart', 'orgchart-name', 'orgchart-top', 'signature-date', 'signature-body', 'signature-name', 'signature-role',
  'toc-title', 'toc-chapter', 'toc-entry', 'toc-chapter-page', 'toc-entry-page',
  'head', 'head-title', 'foot', 'folio',
] as const;

export type Role = (typeof ROLES)[number];
