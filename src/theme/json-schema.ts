// The template's shape → a JSON Schema for an editor's YAML mode (templates/template.schema.json; a test keeps it in step).
import type { Shape } from './shape.ts';
import { templateShape } from './template-shape.ts';

type Json = { readonly [key: string]: Json | readonly Json[] | string | number | boolean | readonly (string | null)[] };
/** Shapes that stand at many names, said once. */
type Definitions = Record<string, Json>;

export function templateSchema(): Json {
  const definitions: Definitions = {};
  const schema = schemaOf(templateShape, false, definitions, 'template');
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'printvenlig template', ...schema, definitions };
}

/** `extends` may supply anything, so nothing is required by the schema; loading checks the merged template. */
function schemaOf(shape: Shape, nullable: boolean, definitions: Definitions, name: string): Json {
  const withNull = (type: string): { type: string | string[] } => ({ type: nullable ? [type, 'null'] : type });
  const doc = { description: shape.doc };
  switch (shape.kind) {
    case 'length': return { ...doc, type: nullable ? ['number', 'string', 'null'] : ['number', 'string'], pattern: shape.negative ? '^-?\\d+(\\.\\d+)?\\s*(pt|mm|L)$' : '^\\d+(\\.\\d+)?\\s*(pt|mm|L)$' };
    case 'number': return { ...doc, ...withNull(shape.whole ? 'integer' : 'number'), minimum: shape.min, maximum: shape.max };
    case 'boolean': return { ...doc, ...withNull('boolean') };
    case 'text': return { ...doc, ...withNull('string'), minLength: shape.empty ? 0 : 1 };
    case 'choice': return { ...doc, enum: nullable ? [...shape.options, null] : shape.options };
    case 'colour': return { ...doc, ...withNull('string'), pattern: '^#[0-9A-Fa-f]{6}$' };
    case 'colour-name': case 'face': case 'family': case 'role': return { ...doc, ...withNull('string') };
    case 'list': return {
      ...doc, ...withNull('array'), items: schemaOf(shape.item, false, definitions, name),
      ...(shape.length === undefined ? {} : { minItems: shape.length, maxItems: shape.length }),
    };
    case 'record': {
      const item = schemaOf(shape.item, true, definitions, name);
      if (!shape.keys) return { ...doc, ...withNull('object'), additionalProperties: item };
      definitions[name] = item;
      return { ...doc, ...withNull('object'), properties: Object.fromEntries(shape.keys.map((key) => [key, { $ref: `#/definitions/${name}` }])), additionalProperties: false };
    }
    case 'object': return {
      ...doc, ...withNull('object'), additionalProperties: false,
      properties: Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, schemaOf(field, field.optional === true, definitions, key)])),
    };
  }
}
