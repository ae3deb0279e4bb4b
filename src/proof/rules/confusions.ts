import type { Rule } from '../rule.ts';
export const confusions: Rule = { id: 'confusions', severity: 'warning', check: () => [] };
