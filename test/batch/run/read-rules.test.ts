import { describe, expect, it } from 'vitest';
import { readRulesOf } from '../../../src/batch/run/read-rules.js';
import { RULES } from './world.js';

const AMENDING = `format: 1
scheme: xx-test
edition: 2026
standing: illustrative
status: draft
effective: { from: 2026-09-01 }
published: 2026-08-01
amends: 2025
replace: { tiers.general.from: 18 }
`;
const WITH_TABLE = RULES.replace(
  'score:\n',
  'tables: { lines: { unit: CNY/year, keys: [{ place: code }], rows: { file: lines.csv }, otherwise: 0 } }\nscore:\n',
);

const folder = (files: Readonly<Record<string, string>>, listed = true) => ({
  read: async (name: string) => {
    const text = files[name];
    return text === undefined ? null : new TextEncoder().encode(text);
  },
  ...(listed
    ? {
        beside: async (name: string) => {
          const path = name.slice(0, name.lastIndexOf('/') + 1);
          return Object.keys(files).flatMap((one) => (one.startsWith(path) ? [one.slice(path.length)] : []));
        },
      }
    : {}),
});
const codes = async (...of: Parameters<typeof readRulesOf>) =>
  (await readRulesOf(...of))?.issues.map((issue) => issue.code);

describe('the rule file of a job', () => {
  it('may amend an edition beside it, whatever the name of its file', async () => {
    const files = { 'rules/b.yaml': AMENDING, 'rules/a.yaml': RULES, 'rules/notes.txt': 'x' };
    const read = await readRulesOf('rules/b.yaml', folder(files));
    expect(read?.issues).toEqual([]);
    expect(read?.ok && read.value.document.edition).toBe('2026');
    expect(read?.ok && read.value.document.tiers.find((tier) => tier.id === 'general')?.from).toBe('18');
    expect(await codes('rules/b.yaml', folder({ 'rules/b.yaml': AMENDING }))).toEqual([
      'rules.amendsMissing',
    ]);
    expect(await codes('rules/b.yaml', folder(files, false))).toEqual(['rules.amendsMissing']);
  });

  it('may refer to a table beside it', async () => {
    const files = { 'x/r.yaml': WITH_TABLE, 'x/lines.csv': 'place,value\n371502,100\n' };
    const read = await readRulesOf('x/r.yaml', folder(files));
    expect(read?.issues).toEqual([]);
    expect(await codes('x/r.yaml', folder({ 'x/r.yaml': WITH_TABLE }))).toEqual(['rules.fileMissing']);
  });

  it('is looked for by its name alone', async () => {
    expect(await readRulesOf('x/none.yaml', folder({ 'x/r.yaml': RULES }))).toBeNull();
    expect((await readRulesOf('r.yaml', folder({ 'r.yaml': RULES })))?.ok).toBe(true);
  });
});
