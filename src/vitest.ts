// A publication's layout in a test suite: `import 'printvenlig/vitest'` adds these matchers to vitest's expect.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LayoutPage, LayoutResult } from './index.ts';
import { compareSnapshots, readSnapshot } from './snapshot/index.ts';

interface Verdict { readonly pass: boolean; message(): string }
/** What vitest hands to a matcher: with -u all is written, in CI nothing, else only what is new. */
interface MatcherState { readonly snapshotState?: { readonly _updateSnapshot?: 'all' | 'new' | 'none' } }

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Matchers<T = any> {
    /** The pages look as the committed `layout.snapshot` says. */
    toMatchLayoutSnapshot(): T;
    toHavePages(count: number): T;
    /** Nothing of this role is the last text on its page. */
    toKeepWithNext(role: string): T;
    /** Everything of this role stands on one page. */
    toFitOnOnePage(role: string): T;
  }
}

expect.extend({
  toMatchLayoutSnapshot(this: unknown, received: LayoutResult): Verdict {
    const mode = (this as MatcherState).snapshotState?._updateSnapshot ?? 'new';
    const fault = faultOf(received);
    if (fault !== undefined) return { pass: false, message: () => fault };
    const file = join(received.folder, 'layout.snapshot');
    if (mode === 'all' || (mode === 'new' && !existsSync(file))) {
      writeFileSync(file, received.snapshot);
      return { pass: true, message: () => 'layout.snapshot was written.' };
    }
    if (!existsSync(file)) return { pass: false, message: () => 'There is no layout.snapshot; run vitest -u and commit it.' };
    const [before, now] = [readSnapshot(readFileSync(file, 'utf8')), readSnapshot(received.snapshot)];
    if (!('pages' in before) || !('pages' in now)) return { pass: false, message: () => ('pages' in before ? 'The layout cannot be read back.' : `${before.message} ${before.hint}`) };
    const { changes, before: was, after } = compareSnapshots(before, now);
    const said = changes.map(({ page, was: old, message }) => (page === null ? `Page ${old} before: ${message}` : `Page ${page}: ${message}`));
    if (was !== after) said.push(`${was} pages before, ${after} now.`);
    return { pass: said.length === 0, message: () => (said.length === 0 ? 'The layout is as the snapshot says.' : `The layout has changed:\n${said.join('\n')}\nRun vitest -u when it should.`) };
  },

  toHavePages(received: LayoutResult, count: number): Verdict {
    const { length } = received.pages;
    return { pass: length === count, message: () => faultOf(received) ?? `The publication has ${length} pages, not ${count}.` };
  },

  toKeepWithNext(received: LayoutResult, role: string): Verdict {
    const found = received.pages.filter((page) => lastText(page)?.role === role);
    return { pass: found.length === 0 && anyOf(received, role), message: () => (anyOf(received, role) ? `“${lastText(found[0] as LayoutPage)?.text}” is the last line of page ${found.map(({ number }) => number).join(', ')}.` : `Nothing has the role "${role}".`) };
  },

  toFitOnOnePage(received: LayoutResult, role: string): Verdict {
    const pages = received.pages.filter((page) => page.lines.some((line) => isOf(line.role, role)));
    return { pass: pages.length === 1, message: () => (pages.length === 0 ? `Nothing has the role "${role}".` : `"${role}" stands on ${pages.length} pages: ${pages.map(({ number }) => number).join(', ')}.`) };
  },
});

/** "signatures" asks for all that belongs to it: "signature-name", "signature-role". */
const isOf = (found: string, role: string): boolean => found === role || found.startsWith(`${role.replace(/s$/, '')}-`) || found.replace(/s$/, '') === role.replace(/s$/, '');
const anyOf = ({ pages }: LayoutResult, role: string): boolean => pages.some((page) => page.lines.some((line) => line.role === role));
const lastText = (page: LayoutPage): LayoutPage['lines'][number] | undefined =>
  page.lines.filter((line) => line.role !== 'header' && line.role !== 'footer' && line.role !== 'footnote').reduce<LayoutPage['lines'][number] | undefined>((last, line) => (!last || line.y >= last.y ? line : last), undefined);

function faultOf({ diagnostics }: LayoutResult): string | undefined {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return first && `The publication has errors: ${first.span.file}:${first.span.line}: ${first.message}`;
}
