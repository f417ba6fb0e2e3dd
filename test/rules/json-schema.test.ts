import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schema = z.fromJSONSchema(JSON.parse(readFileSync(`${root}schema/rules.json`, 'utf8')));
/** A rule file as an editor's YAML reader sees it: numbers are numbers there. */
const asEditor = (text: string): unknown => parse(text);

const editions = readdirSync(`${root}rules`, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.yaml') && !file.includes('cases'),
);

describe('schema/rules.json, which editors read', () => {
  it.each(editions)('accepts %s', (file) => {
    expect(schema.safeParse(asEditor(readFileSync(`${root}rules/${file}`, 'utf8')))).toMatchObject({
      success: true,
    });
  });

  it.each(editions)('is named by the first line of %s', (file) => {
    const [first = ''] = readFileSync(`${root}rules/${file}`, 'utf8').split('\n');
    const named = /^# yaml-language-server: \$schema=(.+)$/.exec(first)?.[1] ?? '';
    expect(fileURLToPath(new URL(named, `file://${root}rules/${file}`))).toBe(`${root}schema/rules.json`);
  });

  it.each([
    ['an unknown key', 'standing: illustrative', 'standing: illustrative\ncolour: red'],
    ['a word that is none of its options', 'standing: illustrative', 'standing: certain'],
    ['a list where a mapping is due', 'vetoes:', 'vetoes: []\nvetoes_:'],
    ['a date that is none', 'published: 2025-08-31', 'published: August'],
    ['a part that is of no kind', 'disaster: { of: disaster,', 'disaster: { off: disaster,'],
  ])('refuses %s', (_, from, to) => {
    const good = readFileSync(`${root}rules/cn-sd-liaocheng/2025-autumn.yaml`, 'utf8');
    expect(good).toContain(from);
    expect(schema.safeParse(asEditor(good.replace(from, to))).success).toBe(false);
  });
});
