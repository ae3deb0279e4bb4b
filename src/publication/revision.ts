// A git revision of a folder → the same folder in a place of its own, read through a private index so that nothing of the work tree moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';

export interface Revision {
  /** Absolute path of the publication's folder as it was. */
  readonly folder: string;
  /** Absolute path of the checkout's root: spans below it belong to the revision. */
  readonly root: string;
  /** Takes the checkout away again. */
  dispose(): Promise<void>;
}

/** Errors are one plain sentence: no repository, no such revision, the folder not in it. */
export async function checkOutRevision(folder: string, revision: string): Promise<Revision | { readonly reason: string }> {
  // Loaded when it is asked for: no build needs it.
  const run = promisify((await import('node:child_process')).execFile);
  const git = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ stdout: string }> =>
    run('git', ['-C', folder, ...args], { env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
  let top: string, commit: string;
  try {
    top = (await git(['rev-parse', '--show-toplevel'])).stdout.trim();
  } catch {
    return { reason: `${folder} is not in a git repository.` };
  }
  try {
    // --end-of-options: a revision that begins with a dash is no option.
    commit = (await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])).stdout.trim();
  } catch {
    return { reason: `git knows no revision "${revision}".` };
  }
  const name = relative(top, folder).split(sep).join('/');
  const root = await mkdtemp(join(tmpdir(), 'printvenlig-revision-'));
  const dispose = (): Promise<void> => rm(root, { recursive: true, force: true });
  const env = { GIT_INDEX_FILE: join(root, '.index') };
  try {
    await git(['--work-tree', root, 'read-tree', commit], env);
    await git(['-c', 'core.autocrlf=false', 'checkout-index', '--all', '--quiet', `--prefix=${root}/tree/`], env);
    if ((await git(['ls-tree', '--name-only', commit, '--', name === '' ? '.' : `:/${name}`])).stdout.trim() === '' && name !== '') {
      await dispose();
      return { reason: `${name} did not exist in revision "${revision}".` };
    }
  } catch (error) {
    await dispose();
    return { reason: `git could not read revision "${revision}": ${String((error as { stderr?: string }).stderr ?? error).trim().split('\n')[0]}` };
  }
  return { folder: join(root, 'tree', name), root: join(root, 'tree'), dispose };
}
