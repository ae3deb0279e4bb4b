import type { Rule } from '../rule.ts';
export const nameRules: readonly Rule[] = [];
