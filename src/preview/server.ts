// Editions as they come → a page in the browser that shows them: a server for this machine alone, and for its own page alone.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findLine, type Mark, type Sheet } from './sheet.ts';

export interface PreviewDiagnostic {
  readonly severity: string;
  readonly message: string;
  readonly hint?: string;
  readonly rule: string;
  /** Absolute. */
  readonly file: string;
  /** As the reader knows it. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** All that the page shows; a new one replaces the old whole. */
export interface PreviewState {
  /** Counts editions that were written; 0: none yet. */
  readonly version: number;
  readonly title: string;
  readonly language: string;
  readonly building: boolean;
  /** From the save to the PDF on disk. */
  readonly milliseconds?: number;
  /** Errors keep the last good edition standing. */
  readonly stale: boolean;
  readonly diagnostics: readonly PreviewDiagnostic[];
  readonly sheets: readonly Sheet[];
  readonly marks: readonly Mark[];
  /** Where the saved edit stands. */
  readonly focus?: { readonly page: number; readonly y: number } | undefined;
}

export interface PreviewOptions {
  /** 0 or undefined: a free one. */
  readonly port?: number;
  /** The folders of the page's own files and of pdf.js. */
  readonly pageFolder: string;
  readonly pdfjsFolder: string;
  /** A link that opens an editor, with {file}, {line} and {column}. */
  readonly editorLink: string;
  /** A file as the reader knows it. */
  name(file: string): string;
}

export interface Preview {
  readonly url: string;
  show(state: PreviewState, pdf: Uint8Array | undefined): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript' };
const PAGE_FILES = ['page.css', 'page.js', 'sheets.js', 'keys.js', 'findings.js'];
const PDFJS_FILES = ['pdf.min.mjs', 'pdf.worker.min.mjs'];
/** Nothing from elsewhere, no frame around it, no guess at types; pdf.js sets the fonts of the PDF from its bytes. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data: blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cross-Origin-Resource-Policy': 'same-origin', 'Cross-Origin-Opener-Policy': 'same-origin', 'Cache-Control': 'no-store',
};

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  let state: PreviewState = { version: 0, title: '', language: 'en', building: true, stale: false, diagnostics: [], sheets: [], marks: [] };
  let pdf: Uint8Array | undefined;
  const listeners = new Set<ServerResponse>();
  const files = new Map<string, string>([
    ['/', join(options.pageFolder, 'page.html')],
    ...PAGE_FILES.map((name): [string, string] => [`/${name}`, join(options.pageFolder, name)]),
    ...PDFJS_FILES.map((name): [string, string] => [`/${name}`, join(options.pdfjsFolder, name)]),
  ]);

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    // A foreign name that resolves to this machine is how a web page elsewhere would get in (DNS rebinding).
    if (!isOwnHost(request.headers.host, port)) return refuse(response, 403, 'Only this machine is served.');
    if (foreignSite(request, port)) return refuse(response, 403, 'Only its own page is served.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET.');
    // The path as it was sent, unresolved: what is not on the list is not here.
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const asked = new URLSearchParams(query);
    const version = asked.get('v');
    if (path === '/events') {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      response.write(`retry: 500\n${encode(state, options)}`);
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
      return;
    }
    if (path === '/edition.pdf') {
      if (!pdf || version !== String(state.version)) return refuse(response, 404, 'That edition is gone.');
      return send(response, 'application/pdf', pdf);
    }
    if (path === '/lines') {
      const sheet = state.sheets[Number(asked.get('page')) - 1];
      if (!sheet || version !== String(state.version)) return refuse(response, 404, 'That edition is gone.');
      return send(response, 'application/json', Buffer.from(JSON.stringify(sheet.lines.map((line) => [line.text, line.x, line.y, line.width, line.height, options.name(line.file), line.line, editorUrl(options.editorLink, line)]))));
    }
    const file = files.get(path);
    if (file === undefined) return refuse(response, 404, 'There is no such page.');
    send(response, `${TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'text/plain'}; charset=utf-8`, readFileSync(file));
  };

  const server = createServer(answer);
  const port = await listen(server, options.port ?? 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    show(next, bytes) {
      state = next;
      pdf = bytes ?? pdf;
      const event = encode(state, options);
      for (const response of listeners) response.write(event);
    },
    close() {
      for (const response of listeners) response.end();
      listeners.clear();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

/** The names by which this machine calls itself, with our port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}` || host === `[::1]:${port}`;
}

function foreignSite(request: IncomingMessage, port: number): boolean {
  const { origin } = request.headers;
  if (origin !== undefined && !(origin.startsWith('http://') && isOwnHost(origin.slice('http://'.length), port))) return true;
  const site = request.headers['sec-fetch-site'];
  // A link or an address typed leads here from anywhere; what it gets is a page, and only the page asks for more.
  return site !== undefined && site !== 'same-origin' && site !== 'none' && request.headers['sec-fetch-mode'] !== 'navigate';
}

/** Slashes stay, everything else that means something in an address is spelt. */
export function editorUrl(template: string, place: { readonly file: string; readonly line: number; readonly column: number }): string {
  const forward = place.file.replace(/\\/g, '/');
  const path = (forward.startsWith('/') ? forward : `/${forward}`).split('/').map(encodeURIComponent).join('/');
  return template.replace('{file}', path).replace('{line}', String(place.line)).replace('{column}', String(place.column));
}

/** Lines stay here until a page that is looked at asks for them: a long publication has tens of thousands. */
function encode(state: PreviewState, options: PreviewOptions): string {
  const sheets = state.sheets.map(({ label, width, height, digest, body }) => ({ label, width, height, digest, body }));
  const diagnostics = state.diagnostics.map((diagnostic) => ({ ...diagnostic, link: editorUrl(options.editorLink, diagnostic), at: findLine(state.sheets, diagnostic.file, diagnostic.line) }));
  return `data: ${JSON.stringify({ ...state, sheets, diagnostics })}\n\n`;
}

function send(response: ServerResponse, type: string, bytes: Uint8Array): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(response.req.method === 'HEAD' ? undefined : bytes);
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${why}\n`);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
