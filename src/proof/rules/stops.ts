import type { Rule } from '../rule.ts';
export const stopRules: readonly Rule[] = [];
