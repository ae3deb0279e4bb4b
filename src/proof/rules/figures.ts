import type { Rule } from '../rule.ts';
export const figureRules: readonly Rule[] = [];
