import type { Rule } from '../rule.ts';
export const commaRules: readonly Rule[] = [];
