import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { SCHEMES, schemeNamed } from './schemes/schemes.js';

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

  it.each(SCHEMES)('accepts the sample %s', (_, text) => {
    expect(schema.safeParse(asEditor(text))).toMatchObject({ success: true });
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

  it.each([
    ['gd-2023', 'a fact of no type', 'type: several, of: [both', 'type: set, of: [both'],
    [
      'gd-2023',
      'a direction that its type has not',
      'none: allowed, worse: later',
      'none: allowed, worse: higher',
    ],
    ['gd-2023', 'a file that is no CSV', 'income-2022.csv', 'income-2022.xlsx'],
    ['gd-2023', 'a date rule that is none', 'leap_birthday: 03-01', 'leap_birthday: 29-02'],
    ['gd-2023', 'a need for papers that is not whole', ', missing: note', ''],
    ['sai-2025', 'slices without their rest', 'otherwise: 47%, ', ''],
    ['sai-2025', 'a parameter in a table', 'rows: [28_530', 'is: [28_530'],
    ['bourse-2023', 'a key that is of no type', '{ number: -1..7+ }', '{ number: 1 to 7 }'],
    ['bourse-2023', 'a layer under what is no date', '{ 2003-01-01: 26, 2020', '{ 2003: 26, 2020'],
    ['liaocheng', 'a route that counts no path', 'counts: [peer]', 'counts: [Peer]'],
    ['liaocheng', 'a rounding without its way', ', mode: half_up }', ' }'],
  ])('refuses in %s %s', (name, _, from, to) => {
    const good = schemeNamed(name);
    expect(good).toContain(from);
    expect(schema.safeParse(asEditor(good.replace(from, to))).success).toBe(false);
  });
});
