import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Whole schemes of the definition of the rule language, shortened, with the CSV files beside them.

const names = readdirSync(import.meta.dirname);
const textOf = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');

export const SCHEMES: readonly (readonly [name: string, text: string])[] = names
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name.replace('.yaml', ''), textOf(name)]);

export const FILES: Readonly<Record<string, string>> = Object.fromEntries(
  names.filter((name) => name.endsWith('.csv')).map((name) => [name, textOf(name)]),
);

export function schemeNamed(name: string): string {
  const found = SCHEMES.find(([one]) => one === name);
  if (found === undefined) throw new Error(`no scheme ${name}`);
  return found[1];
}
