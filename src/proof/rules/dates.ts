import type { Rule } from '../rule.ts';
export const dateRules: readonly Rule[] = [];
