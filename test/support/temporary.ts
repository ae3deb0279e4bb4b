// The system's temporary folder → one of this run's own, which is taken away with all that the tests left in it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs before vitest starts its workers: they, and every program that they start, inherit the variable. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'printvenlig-run-'));
  process.env['TMPDIR'] = folder;
  return () => { rmSync(folder, { recursive: true, force: true }); };
}
