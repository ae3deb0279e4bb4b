// Every construct that pdf/ writes, in every standard, against veraPDF.
import { expect, test } from 'vitest';
import { writePdf } from '../../src/pdf/index.ts';
import { manyWords } from '../pdf/many-words.ts';
import { emptyInput, sampleInput } from '../pdf/sample.ts';
import { missing, REQUIRED, validate, type ToValidate } from './vera.ts';

const reason = missing();
if (reason !== undefined) {
  console.warn(`LEFT OUT: conformance with PDF/UA and PDF/A, because ${reason}.`);
  if (REQUIRED) throw new Error(`Conformance was left out: ${reason}.`);
}

test.skipIf(reason !== undefined)('hand-made pages keep to the standards that they claim', async () => {
  const files: ToValidate[] = [];
  for (const [standard, attachments] of [['ua1+a2a', false], ['ua1+a3a', true], ['ua2+a4', false], ['ua2+a4', true]] as const) {
    files.push({ name: `every construct, ${standard}${attachments ? ' with attachments' : ''}`, standard, attachments, bytes: await writePdf(sampleInput(standard, attachments)) });
  }
  files.push({ name: 'the least there can be', standard: 'ua1+a2a', bytes: await writePdf(emptyInput('ua1+a2a')) });
  files.push({ name: 'the least there can be, PDF 2.0', standard: 'ua2+a4', bytes: await writePdf(emptyInput('ua2+a4')) });
  for (let seed = 1; seed <= 4; seed++) files.push({ name: `many words, seed ${seed}`, standard: 'ua1+a2a', bytes: await writePdf(manyWords(seed).input) });
  expect(validate(files)).toEqual([]);
});

test.skipIf(reason !== undefined)('the validator finds what is wrong', async () => {
  const bytes = await writePdf(emptyInput('ua1+a2a'));
  const text = Buffer.from(bytes).toString('latin1');
  const broken = Buffer.from(text.replace('<pdfuaid:part>1<', '<pdfuaid:part>3<'), 'latin1');
  const found = validate([{ name: 'broken', standard: 'ua1+a2a', bytes: broken }]);
  expect(found.some((line) => line.startsWith('broken ua1: 5-'))).toBe(true);
});
