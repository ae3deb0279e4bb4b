// A folder, asked for by message → the proofreader's findings: a thread of its own, so that no edition waits for it.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { Diagnostics } from './diagnostics/index.ts';
import { KeptChapters, parseManuscript } from './markdown/index.ts';
import { proofread } from './proof/index.ts';
import { readPublication } from './publication/index.ts';
import type { Answer, Question } from './proof-desk.ts';

/** Of this thread alone: the next edition goes first where there are few processors. */
const BEHIND = 10;

const kept = new KeptChapters();
let asked: Question | undefined, reading = false;

try {
  setPriority(BEHIND);
} catch {
  // Some systems let no one do that; then both are served alike.
}

parentPort?.on('message', (question: Question) => {
  asked = question;
  if (!reading) void work();
});

/** The newest question is answered, older ones are dropped between two rules. */
async function work(): Promise<void> {
  reading = true;
  for (let question = asked; question; question = asked) {
    asked = undefined;
    const answer = await read(question).catch((error: unknown): Answer => ({ id: question.id, fault: error instanceof Error ? error.message : String(error) }));
    if (asked === undefined) parentPort?.postMessage(answer);
  }
  reading = false;
}

async function read({ id, folder }: Question): Promise<Answer> {
  const found = new Diagnostics();
  const publication = readPublication(folder, new Diagnostics());
  if (!publication) return { id, findings: [] };
  const document = parseManuscript(publication, new Diagnostics(), kept);
  const { config, chapters, words, configFile } = publication;
  const goOn = (): Promise<boolean> => new Promise((resolve) => setImmediate(() => resolve(asked === undefined)));
  await proofread(document, chapters, { language: config.language, lint: config.lint, words, configFile, goOn }, found);
  return { id, findings: found.list() };
}
