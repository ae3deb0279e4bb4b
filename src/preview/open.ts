// An address → a browser that shows it; the reader's editor → links that open it. No shell reads any of it.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** A browser that cannot be started is no fault: the address is printed as well. */
export function openInBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const [command, args] = platform === 'darwin' ? ['open', [url]] as const
    : platform === 'win32' ? ['rundll32', ['url.dll,FileProtocolHandler', url]] as const : ['xdg-open', [url]] as const;
  const child = spawn(command, args, { stdio: 'ignore', detached: true, shell: false });
  child.on('error', () => undefined);
  child.unref();
}

/** Editors that listen to an address of their own, by the name of their program. */
const LINKS: Readonly<Record<string, string>> = {
  code: 'vscode://file{file}:{line}:{column}', 'code-insiders': 'vscode-insiders://file{file}:{line}:{column}', codium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}', windsurf: 'windsurf://file{file}:{line}:{column}', zed: 'zed://file{file}:{line}:{column}',
  idea: 'idea://open?file={file}&line={line}&column={column}', webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
  mate: 'txmt://open?url=file://{file}&line={line}&column={column}', subl: 'subl://open?url=file://{file}&line={line}&column={column}',
  mvim: 'mvim://open?url=file://{file}&line={line}&column={column}', emacsclient: 'org-protocol://open-file?file={file}&line={line}',
};

/** PRINTVENLIG_EDITOR as a program's name or an address with {file}; else VISUAL and EDITOR where we know their address. */
export function editorLink(environment: Readonly<Record<string, string | undefined>>): string {
  const own = environment['PRINTVENLIG_EDITOR'];
  // An address that would run something in the page is none.
  if (own?.includes('{file}') && /^[a-z][a-z0-9+.-]*:/i.test(own) && !/^(javascript|data|blob|vbscript):/i.test(own)) return own;
  for (const wish of [own, environment['VISUAL'], environment['EDITOR']]) {
    const program = basename((wish ?? '').trim().split(/\s+/)[0] ?? '').replace(/\.(exe|cmd)$/i, '');
    const link = LINKS[program];
    if (link !== undefined) return link;
  }
  return 'vscode://file{file}:{line}:{column}';
}
