// PDF files and the standards that they claim → what veraPDF finds, in one run of Java for all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PdfStandard } from '../../src/pdf/index.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const JAR = here('node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar');
/** Debian's libjaxb-java: veraPDF reads its profiles with it, and Java 11 no longer brings it. */
const LIBRARIES = '/usr/share/java';
const NEEDED = /^(?:jaxb-|istack|txw|.*activation).*\.jar$/;

/** CI sets it: what cannot be validated fails. */
export const REQUIRED = Boolean(process.env.PRINTVENLIG_REQUIRE_CONFORMANCE);

/** Why nothing can be validated here; undefined: it can. */
export function missing(): string | undefined {
  if (!existsSync(JAR)) return 'veraPDF is not installed (npm ci --prefix test/conformance)';
  const java = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
  if (java.status !== 0) return 'there is no Java (Debian: default-jdk-headless)';
  if (!java.stdout.includes('jdk.compiler')) return 'Java cannot compile (Debian: default-jdk-headless)';
  if (libraries().length === 0) return 'JAXB is not installed (Debian: libjaxb-java)';
  return undefined;
}

const libraries = (): string[] => (existsSync(LIBRARIES) ? readdirSync(LIBRARIES).filter((name) => NEEDED.test(name)).sort().map((name) => join(LIBRARIES, name)) : []);

export interface ToValidate {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly standard: PdfStandard;
  /** A-4 with attachments is A-4f. */
  readonly attachments?: boolean;
}

/** "name ua1: rule (times) message" for each rule broken. Throws when a file was not looked at. */
export function validate(files: readonly ToValidate[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const jobs = files.map((file, n) => {
      const path = join(folder, `${n}.pdf`);
      writeFileSync(path, file.bytes);
      return { ...file, path, flavours: flavoursOf(file) };
    });
    const run = spawnSync('java', ['-Xss8m', '-cp', [JAR, ...libraries()].join(':'), here('Validate.java')], {
      input: jobs.map(({ flavours, path }) => `${flavours.join(',')}\t${path}\n`).join(''), encoding: 'utf8', maxBuffer: 1 << 28,
    });
    if (run.status !== 0) throw new Error(`veraPDF did not run: ${run.stderr.slice(0, 2000)}`);
    const rows = run.stdout.split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
    return jobs.flatMap(({ name, path, flavours }) => flavours.flatMap((flavour) => {
      const found = rows.filter((row) => row[0] === path && row[1] === flavour);
      if (found.length === 0) throw new Error(`veraPDF said nothing of ${name} ${flavour}: ${run.stderr.slice(0, 2000)}`);
      return found.filter((row) => row[2] !== '-').map(([, , rule, times, message]) => `${name} ${flavour}: ${rule} (${times}) ${message}`);
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function flavoursOf({ standard, attachments }: ToValidate): string[] {
  switch (standard) {
    case 'ua1+a2a': return ['ua1', '2a'];
    case 'ua1+a3a': return ['ua1', '3a'];
    case 'ua2+a4': return ['ua2', attachments ? '4f' : '4'];
  }
}
