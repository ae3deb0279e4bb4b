// Two PDFs and what changed between them → the files of a page that shows it: PNGs and one index.html.
import type { LayoutChange } from '../snapshot/index.ts';
import { writePicturesPage, type ChangedPage } from './pictures-page.ts';
import { differ, encodePng, openRasteriser, type Raster } from './raster.ts';

/** 110 dpi: a page's text can be read on a screen, and forty pages stay small. */
const SCALE = 110 / 72;

export async function drawChanges(title: string, before: Uint8Array, after: Uint8Array, changes: readonly LayoutChange[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const old = await openRasteriser(before);
  const now = await openRasteriser(after);
  const shown: ChangedPage[] = [];
  for (const { page, was, list } of groupByPage(changes)) {
    const a = was !== null && was <= old.pages ? await old.render(was, SCALE) : undefined;
    const b = page !== null && page <= now.pages ? await now.render(page, SCALE) : undefined;
    const name = page === null ? `was-${was}` : `page-${page}`;
    const save = async (part: string, raster: Raster | undefined): Promise<string | undefined> => {
      if (!raster) return undefined;
      files.set(`${name}-${part}.png`, await encodePng(raster));
      return `${name}-${part}.png`;
    };
    const [beforeFile, afterFile] = [await save('before', a), await save('after', b)];
    const difference = (await save('difference', differ(a, b))) ?? '';
    shown.push({ page, was, difference, changes: list, ...(beforeFile ? { before: beforeFile } : {}), ...(afterFile ? { after: afterFile } : {}) });
  }
  old.close();
  now.close();
  files.set('index.html', Buffer.from(writePicturesPage(title, shown)));
  return files;
}

/** A page now stands beside the page before with the same number, unless its own words came from another. */
function groupByPage(changes: readonly LayoutChange[]): { page: number | null; was: number | null; list: LayoutChange[] }[] {
  const groups = new Map<string, { page: number | null; was: number | null; list: LayoutChange[] }>();
  for (const change of changes) {
    const key = change.page === null ? `was${change.was}` : String(change.page);
    const group = groups.get(key) ?? { page: change.page, was: change.was ?? change.page, list: [] };
    group.list.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
}
