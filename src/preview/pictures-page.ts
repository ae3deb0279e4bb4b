// What changed, as pictures → one HTML page that shows before, after and difference side by side.
import type { LayoutChange } from '../snapshot/index.ts';

export interface ChangedPage {
  readonly page: number | null;
  readonly was: number | null;
  /** File names beside the HTML page; undefined where the page does not exist on that side. */
  readonly before?: string;
  readonly after?: string;
  readonly difference: string;
  readonly changes: readonly LayoutChange[];
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function writePicturesPage(title: string, pages: readonly ChangedPage[]): string {
  const sections = pages.map((page) => `
<section id="p${page.page ?? `was${page.was}`}">
<h2>${page.page === null ? `Page ${page.was} before (gone)` : `Page ${page.page}`}${page.was !== null && page.page !== null && page.was !== page.page ? ` (before: ${page.was})` : ''}</h2>
<ul>${page.changes.map((change) => `<li><b>${change.kind}</b> ${escape(change.message)}</li>`).join('')}</ul>
<div class="row">
${figure('Before', page.before)}${figure('After', page.after)}${figure('Difference', page.difference)}
</div>
</section>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title>
<style>
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:110rem;padding:1rem 1.5rem}
nav a{margin-right:.75rem}
.row{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1rem}
figure{margin:0}figcaption{font-weight:600}
img{width:100%;height:auto;border:1px solid #8888;background:#fff}
.none{border:1px dashed #8888;aspect-ratio:1/1.414;display:grid;place-items:center}
</style></head><body>
<h1>${escape(title)}</h1>
<p>${pages.length === 0 ? 'No page looks different.' : `${pages.length} ${pages.length === 1 ? 'page looks' : 'pages look'} different. In the difference, red was there before and blue is new.`}</p>
<nav aria-label="Pages">${pages.map(({ page, was }) => `<a href="#p${page ?? `was${was}`}">${page ?? `(${was})`}</a>`).join('')}</nav>
${sections.join('\n')}
</body></html>
`;
}

function figure(caption: string, file: string | undefined): string {
  const picture = file === undefined ? '<div class="none">no such page</div>' : `<img src="${escape(file)}" alt="${caption}" loading="lazy">`;
  return `<figure><figcaption>${caption}</figcaption>${picture}</figure>`;
}
