// The preview page in a real browser: pages, edits, findings, keys; and what the server refuses.
import { request } from 'node:http';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { editorLink, startPreview, type Preview, type PreviewState } from '../../src/preview/index.ts';
import { watch, type Watch } from '../../src/watch.ts';
import { hasBrowser, launch, type Browser, type Page } from './browser.ts';
import { fakeBuilder, makeFolder, until } from './fake.ts';

const root = join(import.meta.dirname, '../..');
const shots = join(root, '.cache', 'preview-test');

function open(folder: string): Promise<Preview> {
  return startPreview({
    pageFolder: join(root, 'src/preview/page'), pdfjsFolder: join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'build'),
    editorLink: editorLink({}), name: (file) => file.slice(folder.length + 1),
  });
}

function follow(folder: string, preview: Preview): Watch {
  let state: PreviewState = { version: 0, title: '', language: 'en', building: true, stale: false, diagnostics: [], sheets: [], marks: [] };
  return watch({ folder }, {
    building: () => undefined,
    built({ written, diagnostics, title, language }) {
      state = {
        ...state, building: false, stale: !written, marks: written?.marks ?? [],
        diagnostics: diagnostics.map(({ span, ...rest }) => ({ ...rest, file: span.file, name: span.file.slice(folder.length + 1), line: span.line, column: span.column })),
        ...(written ? { version: state.version + 1, title, language, sheets: written.sheets, ...(written.focus ? { focus: written.focus } : {}) } : {}),
      };
      preview.show(state, written?.pdf);
    },
  }, fakeBuilder(folder));
}

const CHAPTERS = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${String(index + 1).padStart(2, '0')}.md`, `Chapter ${index + 1}\n\nSome words that fill a line\nand another line of the chapter`]));

function ask(url: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => { body += part; }).on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the server', () => {
  let preview: Preview, port: string;
  beforeAll(async () => {
    preview = await open('/nowhere');
    port = new URL(preview.url).port;
  });
  afterAll(() => preview.close());

  test('listens on this machine alone and serves its page', async () => {
    expect(new URL(preview.url).hostname).toBe('127.0.0.1');
    const { status, body, headers } = await ask(preview.url, {});
    expect(status).toBe(200);
    expect(body).toContain('<main id="pages"');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example', 'localhost:1'])('refuses the Host "%s"', async (host) => {
    expect((await ask(preview.url, { Host: host })).status).toBe(403);
  });

  test('answers to its own names', async () => {
    expect((await ask(preview.url, { Host: `localhost:${port}` })).status).toBe(200);
  });

  test('refuses pages of other sites', async () => {
    expect((await ask(`${preview.url}events`, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask(`${preview.url}edition.pdf?v=1`, { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' })).status).toBe(403);
  });

  test.each(['/../package.json', '/%2e%2e/package.json', '/page.css/../../server.ts', '/etc/passwd', '/lines?page=1&v=0', '/edition.pdf?v=0', '//evil.example/'])('serves nothing but its own: %s', async (path) => {
    const status = await new Promise((resolve) => request({ host: '127.0.0.1', port, path, headers: { Host: `127.0.0.1:${port}` } }, (response) => { response.resume(); resolve(response.statusCode); }).end());
    expect(status).toBe(404);
  });

  test('only reads', async () => {
    expect((await ask(preview.url, {}, 'POST')).status).toBe(405);
  });
});

test('links to editors', () => {
  expect(editorLink({})).toBe('vscode://file{file}:{line}:{column}');
  expect(editorLink({ EDITOR: 'vim' })).toContain('vscode://');
  expect(editorLink({ EDITOR: '/usr/bin/zed --wait' })).toContain('zed://');
  expect(editorLink({ PRINTVENLIG_EDITOR: 'mine://open{file}?l={line}' })).toBe('mine://open{file}?l={line}');
  expect(editorLink({ PRINTVENLIG_EDITOR: 'javascript:alert("{file}")' })).toContain('vscode://');
});

describe.skipIf(!hasBrowser)('the page in Chromium', () => {
  let browser: Browser, page: Page, preview: Preview, watching: Watch;
  const place = makeFolder(CHAPTERS);
  const faults: string[] = [];
  const read = <T>(text: string): Promise<T> => page.evaluate<T>(text);
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(shots, `${name}.png`) });
  // The page's own policy forbids code from text, so it is asked again and again from outside.
  const holds = (text: string): Promise<void> => until(text, () => read<boolean>(text));
  const version = (number: number): Promise<void> => holds(`document.getElementById('pages').dataset.version === '${number}'`);

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    preview = await open(place.folder);
    watching = follow(place.folder, preview);
    await watching.first;
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
    page.on('console', (message) => { if (message.type?.() === 'error' || message.type?.() === 'debug' || message.type?.() === 'warning') faults.push(message.text?.() ?? ''); });
    page.on('pageerror', (error) => { faults.push(error.message ?? ''); });
    page.on('request', (sent) => { if (!sent.url?.().startsWith(preview.url) && !sent.url?.().startsWith('data:')) faults.push(`asked for ${sent.url?.()}`); });
    await page.goto(preview.url);
    await version(1);
  });
  afterAll(async () => {
    await browser?.close();
    await watching?.close();
    await preview?.close();
    place.remove();
  });

  test('shows every page as a box, the near ones with ink and lines', async () => {
    expect(await read('document.querySelectorAll(".page").length')).toBe(12);
    await holds('document.querySelectorAll("#page-1 .line").length === 3');
    const dark = await read<number>('(() => { const c = document.querySelector("#page-1 canvas"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 0; i < d.length; i += 4) if (d[i] < 128) n++; return n; })()');
    expect(dark).toBeGreaterThan(500);
    expect(await read('document.querySelector("#page-12 canvas") === null')).toBe(true);
    expect(await read('document.title')).toBe('Test');
    await shot('pages');
  });

  test('a line knows its file and line, shows it and opens the editor there', async () => {
    expect(await read('document.querySelector("#page-1 .line:nth-of-type(2)").getAttribute("href")')).toBe(`vscode://file${place.folder}/01.md:3:1`);
    await read('addEventListener("click", (event) => event.preventDefault(), { once: true })');
    await page.click('#page-1 .line:nth-of-type(2)');
    expect(await read('document.getElementById("place").textContent')).toBe('01.md:3');
  });

  test('an edit paints its page anew and no other, and keeps the place', async () => {
    await holds('document.querySelectorAll("#page-2 .line").length === 3');
    await read('scrollTo(0, 300)');
    const before = await read<number>('scrollY');
    await read('[...document.querySelectorAll("canvas")].forEach((c) => { c.dataset.old = "1"; })');
    place.write('01.md', 'Chapter 1\n\nSome words that fill a line\nand another line of the chapter\nand one more after it');
    await version(2);
    expect(await read('document.querySelector("#page-1 canvas").dataset.old ?? null')).toBe(null);
    expect(await read('document.querySelector("#page-2 canvas").dataset.old')).toBe('1');
    expect(Math.abs(await read<number>('scrollY') - before)).toBeLessThan(2);
    expect(await read('document.querySelectorAll(".mark").length')).toBe(1);
    expect(await read('document.querySelector("#page-1").classList.contains("changed")')).toBe(true);
    await shot('marked');
  });

  test('an edit elsewhere scrolls to its page', async () => {
    place.write('09.md', 'Chapter 9\n\nNew words');
    await version(3);
    await holds('(() => { const r = document.getElementById("page-9").getBoundingClientRect(); return r.top < innerHeight && r.bottom > 60; })()');
    await holds('document.querySelectorAll("#page-9 .line").length === 2');
    await shot('scrolled');
  });

  test('an error is listed where it stands, the last good pages stay, and it goes when mended', async () => {
    place.write('02.md', 'Chapter 2\nAn ERROR\nA WARN');
    await holds('document.querySelectorAll("#findings-list li").length === 2');
    expect(await read('document.getElementById("findings").hidden')).toBe(false);
    expect(await read('document.querySelector("#findings-list li").innerText')).toContain('02.md:2:3');
    expect(await read('document.querySelector("#findings-list li").innerText')).toContain('Did you mean "right"?');
    expect(await read('document.querySelector("#findings-list li:nth-child(2)").innerText')).toContain('<odd>');
    expect(await read('document.getElementById("state").textContent')).toContain('the last good PDF is shown');
    expect(await read('document.querySelectorAll(".page").length')).toBe(12);
    await shot('findings');
    place.write('02.md', 'Chapter 2\n\nGood words');
    await version(4);
    expect(await read('document.getElementById("findings").hidden')).toBe(true);
  });

  test('keys move, spreads stand side by side', async () => {
    const top = (number: number) => read<number>(`document.getElementById("page-${number}").getBoundingClientRect().top`);
    await page.keyboard.press('g');
    await until('page 1 is at the top', async () => Math.abs(await top(1)) < 100);
    await page.keyboard.press('j');
    await until('page 2 is at the top', async () => Math.abs(await top(2)) < 100);
    await page.keyboard.press('k');
    await until('page 1 is at the top', async () => Math.abs(await top(1)) < 100);
    await page.keyboard.press('s');
    await until('2 and 3 stand side by side', async () => Math.abs((await top(2)) - (await top(3))) < 1);
    await page.keyboard.press('j');
    await holds('document.querySelector("#page-3 canvas") !== null');
    await shot('spreads');
    await page.keyboard.press('s');
    await page.keyboard.press('G');
    await until('the last page is in sight', async () => (await top(12)) < 800);
  });

  test('dark, and narrow as a phone', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.keyboard.press('g');
    await page.setViewportSize({ width: 390, height: 780 });
    await holds('document.querySelector("#page-1 canvas") !== null');
    expect(await read('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await holds('document.querySelectorAll("#page-1 .line").length > 0');
    await shot('phone-dark');
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.emulateMedia({ colorScheme: 'light' });
  });

  test('chapters come and go without a reload', async () => {
    place.write('13.md', 'Chapter 13');
    await version(5);
    expect(await read('document.querySelectorAll(".page").length')).toBe(13);
  });

  test('nothing was said on the console and nothing asked for elsewhere', () => {
    expect(faults).toEqual([]);
  });
});
