import type { Rule } from '../rule.ts';
export const setPhrases: Rule = { id: 'set-phrases', severity: 'warning', check: () => [] };
