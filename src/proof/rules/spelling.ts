import type { Rule } from '../rule.ts';
export const spelling: Rule = { id: 'spelling', severity: 'warning', check: () => [] };
