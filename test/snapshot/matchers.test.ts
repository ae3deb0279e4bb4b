// The project's own matchers on its own sample: what a template's author writes.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { layout, type LayoutResult } from '../../src/index.ts';
import '../../src/vitest.ts';

const root = join(import.meta.dirname, '../..');
let sample: LayoutResult;
beforeAll(async () => { sample = await layout(join(root, 'manuscript')); });

describe('the sample', () => {
  it('looks as its snapshot says', () => { expect(sample).toMatchLayoutSnapshot(); });
  it('has 40 pages', () => { expect(sample).toHavePages(40); });
  it('never leaves a heading at a page\'s foot', () => {
    for (const role of ['heading-1', 'heading-2', 'heading-3']) expect(sample).toKeepWithNext(role);
  });
  it('has its signatures on one page', () => { expect(sample).toFitOnOnePage('signatures'); });
});

describe('the matchers say no', () => {
  it('with what differs', () => {
    expect(() => expect(sample).toHavePages(41)).toThrow('The publication has 40 pages, not 41.');
    expect(() => expect(sample).toKeepWithNext('no-such-role')).toThrow('Nothing has the role');
    expect(() => expect(sample).toFitOnOnePage('body')).toThrow(/stands on \d+ pages/);
    expect(() => expect({ ...sample, snapshot: sample.snapshot.replace('KL’s regnskab', 'Et andet ord') }).toMatchLayoutSnapshot()).toThrow(/The layout has changed/);
  });
});
