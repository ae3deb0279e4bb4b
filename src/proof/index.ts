// The door of proof/: Document + sources → findings of the proofreader, and the Markdown with its safe fixes made.
export { applyFixes, LINE_END, type Fixed } from './apply-fixes.ts';
export { proofread, type ProofOptions } from './proofread.ts';
export { ruleNames } from './rules/index.ts';
