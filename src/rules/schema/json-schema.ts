import * as z from 'zod';
import { amendmentSchema } from '../editions/amendment.js';
import { ruleFileSchema } from './document.js';

/** What YAML editors make of each kind of scalar: numbers arrive as numbers there, as source text here. */
const SLOTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  number: { type: ['number', 'string'] },
  cell: {
    type: ['number', 'boolean', 'string'],
    pattern: '^(?:[a-z][a-z0-9_]{0,47}|-?[0-9][0-9_./%]*)$',
  },
  integer: { type: ['integer', 'string'] },
  flag: { type: ['boolean'] },
  date: { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  formula: { type: ['string', 'number', 'boolean'] },
  text: { type: ['string', 'number', 'boolean'] },
  label: { type: ['string', 'number'] },
  unit: { type: ['string', 'integer'] },
};

/** The JSON Schema (draft 2020-12) that gives editors completion and checks, made from the schemas of whole and of amending rule files. */
export function ruleFileJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(z.union([ruleFileSchema(), amendmentSchema()]), {
    io: 'input',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const slot = (zodSchema as unknown as z.ZodType).meta()?.slot;
      delete jsonSchema.slot;
      const replacement = typeof slot === 'string' ? SLOTS[slot] : undefined;
      if (replacement === undefined) {
        if (jsonSchema.const === '1') jsonSchema.const = 1;
        if (jsonSchema.const === 1) jsonSchema.type = 'integer';
        return;
      }
      for (const key of ['type', 'pattern', 'minLength', 'maxLength', 'enum'])
        delete jsonSchema[key as 'type'];
      Object.assign(jsonSchema, replacement);
    },
  });
  return { ...schema, $id: 'https://bulou.invalid/schema/rules.json', title: 'bulou rule file' };
}
