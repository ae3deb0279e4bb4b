// Brackets that do not close, or close what was never opened.
import { finding, type Rule } from '../rule.ts';

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

const unpaired: Rule = {
  id: 'unpaired-bracket', severity: 'warning',
  *check({ passages }) {
    for (const passage of passages) {
      const open: { sign: string; at: number }[] = [];
      for (const { text, from } of passage.tokens) {
        if (text === '(' || text === '[') open.push({ sign: text, at: from });
        else if (text === ')' || text === ']') {
          if (open.at(-1)?.sign === CLOSING[text]) open.pop();
          // "a)", "1)" begin a list's item.
          else if (!/^\s*[\p{L}\d]{1,2}$/u.test(passage.text.slice(0, from)) && !/\s[\p{L}\d]$/u.test(passage.text.slice(0, from))) yield finding(passage, from, from + 1, `"${text}" closes a bracket that was not opened.`);
        }
      }
      for (const { sign, at } of open) yield finding(passage, at, at + 1, `The bracket "${sign}" is not closed.`);
    }
  },
};

export const bracketRules: readonly Rule[] = [unpaired];
