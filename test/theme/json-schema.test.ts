// The published schema says what the code checks: generated from it (`npx vitest run test/theme -u` writes it), proved with ajv.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { templateSchema } from '../../src/theme/json-schema.ts';
import { ROOT } from '../support/template-source.ts';

describe('templates/template.schema.json', () => {
  it('is what the code checks', async () => {
    await expect(`${JSON.stringify(templateSchema(), null, 2)}\n`).toMatchFileSnapshot(resolve(ROOT, 'templates/template.schema.json'));
  });

  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(templateSchema());
  const template = (name: string): unknown => parse(readFileSync(resolve(ROOT, 'templates', name, 'template.yaml'), 'utf8'));

  it.each(['plain', 'beretning'])('passes %s', (name) => {
    expect(validate(template(name)) ? [] : validate.errors).toEqual([]);
  });
  it('names an unknown key, a wrong measure and a wrong word', () => {
    expect(validate({ page: { widht: '210mm', height: '297 cm' }, styles: { body: { align: 'middle' } } })).toBe(false);
    expect(validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)).toEqual([
      '/page additionalProperties', '/page/height pattern', '/styles/body/align enum',
    ]);
  });
});
