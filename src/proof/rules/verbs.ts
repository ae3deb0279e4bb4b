import type { Rule } from '../rule.ts';
export const verbRules: readonly Rule[] = [];
