import type { Rule } from '../rule.ts';
export const abbreviationRules: readonly Rule[] = [];
