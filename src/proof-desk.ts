// A publication's folder → its proofreader's findings, from a thread that is started when it is first asked.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Diagnostic } from './diagnostics/index.ts';
import { packageRoot } from './publication/index.ts';

export interface Question { readonly id: number; readonly folder: string }
export type Answer = { readonly id: number; readonly findings: readonly Diagnostic[] } | { readonly id: number; readonly fault: string };

export interface ProofDesk {
  /** Rejects where the thread failed; never answers a question that a later one has overtaken. */
  read(folder: string): Promise<readonly Diagnostic[]>;
  close(): void;
}

export function openProofDesk(program = join(packageRoot(), 'dist/proof-thread.mjs')): ProofDesk {
  let thread: Worker | undefined;
  let id = 0;
  let waiting: { resolve(findings: readonly Diagnostic[]): void; reject(error: Error): void } | undefined;

  const start = (): Worker => {
    const started = new Worker(program);
    // It does not keep the process alive.
    started.unref();
    started.on('message', (answer: Answer) => {
      if (answer.id !== id) return;
      if ('fault' in answer) waiting?.reject(new Error(answer.fault));
      else waiting?.resolve(answer.findings);
    });
    started.on('error', (error: Error) => {
      thread = undefined;
      waiting?.reject(error);
    });
    return started;
  };
  return {
    read: (folder) => new Promise((resolve, reject) => {
      waiting = { resolve, reject };
      const question: Question = { id: ++id, folder };
      (thread ??= start()).postMessage(question);
    }),
    close() {
      void thread?.terminate();
      thread = undefined;
    },
  };
}
