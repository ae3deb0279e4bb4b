import type { Rule } from '../rule.ts';
export const splitCompounds: Rule = { id: 'split-compounds', severity: 'warning', check: () => [] };
