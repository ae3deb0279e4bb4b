// Debian's Chromium under playwright-core, or why there is none: skipped aloud, and a failure where CI insists.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
/** As much of playwright-core as the tests use: its types are not installed with the program's own. */
export interface Browser { newPage(options?: object): Promise<Page>; close(): Promise<void> }
export interface Page {
  goto(url: string): Promise<unknown>;
  evaluate<T>(text: string): Promise<T>;
  screenshot(options: object): Promise<unknown>;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: object): Promise<void>;
  on(event: string, hear: (what: { text?(): string; type?(): string; message?: string; url?(): string }) => void): void;
  readonly keyboard: { press(key: string): Promise<void> };
  click(selector: string, options?: object): Promise<void>;
}

const CHROMIUM = process.env['PRINTVENLIG_CHROMIUM'] ?? '/usr/bin/chromium';

function whyNot(): string | undefined {
  if (!existsSync(CHROMIUM)) return `${CHROMIUM} is missing (apt-get install chromium)`;
  if (!existsSync(join(import.meta.dirname, 'node_modules/playwright-core'))) return 'playwright-core is missing (npm ci --prefix test/preview)';
  return undefined;
}

const missing = whyNot();
export const hasBrowser = missing === undefined;
if (missing !== undefined) {
  if (process.env['PRINTVENLIG_REQUIRE_CONFORMANCE']) throw new Error(`The preview cannot be tested: ${missing}.`);
  console.warn(`SKIPPED: the preview in a browser; ${missing}.`);
}

export function launch(): Promise<Browser> {
  const { chromium } = createRequire(import.meta.url)('playwright-core') as { chromium: { launch(options: object): Promise<Browser> } };
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
