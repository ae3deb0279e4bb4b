// What is asked for again is remembered, what is not is forgotten.
import { expect, it } from 'vitest';
import { Recent } from '../../src/text/recent.ts';

it('remembers all words of a report', () => {
  const recent = new Recent<number>();
  for (let n = 0; n < 6000; n += 1) recent.set(`word ${n}`, n);
  for (let n = 0; n < 6000; n += 1) expect(recent.get(`word ${n}`)).toBe(n);
});

it('remembers what is asked for, however many words come between, and forgets what is not', () => {
  const recent = new Recent<number>();
  recent.set('og', 1);
  recent.set('en gang', 2);
  for (let n = 0; n < 30_000; n += 1) {
    recent.set(`word ${n}`, n);
    if (n % 1000 === 0) expect(recent.get('og')).toBe(1);
  }
  expect(recent.get('en gang')).toBeUndefined();
  expect(recent.get('word 0')).toBeUndefined();
  expect(recent.get('word 29999')).toBe(29_999);
});
