import type { Rule } from '../rule.ts';
export const agreement: Rule = { id: 'agreement', severity: 'warning', check: () => [] };
