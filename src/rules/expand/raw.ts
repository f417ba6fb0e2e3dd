import type { SourceNote, Words } from '../words.js';

/** A mapping of a rule file as it was written, already shaped by the schema. */
export type Members = Readonly<Record<string, unknown>>;

export const members = (raw: unknown): Members => (raw ?? {}) as Members;
export const entries = (raw: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(members(raw));
export const mapped = <T>(
  raw: unknown,
  each: (value: unknown, id: string) => T,
): Readonly<Record<string, T>> =>
  Object.fromEntries(entries(raw).map(([id, value]) => [id, each(value, id)]));
export const isMapping = (raw: unknown): raw is Members =>
  raw !== null && typeof raw === 'object' && !Array.isArray(raw);

/** The members that were written, each in its long form; what was left out stays out. */
export function given<K extends string, T>(
  raw: Members,
  keys: readonly K[],
  long: (text: string) => T,
): { readonly [k in K]?: T } {
  const found = keys.filter((key) => raw[key] !== undefined).map((key) => [key, long(String(raw[key]))]);
  return Object.fromEntries(found);
}

/** Plain text is Chinese. */
export const words = (raw: unknown): Words => (typeof raw === 'string' ? { zh: raw } : (raw as Words));
export const note = (raw: unknown): SourceNote =>
  typeof raw === 'string' ? { in: raw } : (raw as SourceNote);

/** What may stand on anything: its title and its source. */
export function about(raw: Members): { readonly title?: Words; readonly source?: SourceNote } {
  return {
    ...(raw.title === undefined ? {} : { title: words(raw.title) }),
    ...(raw.source === undefined ? {} : { source: note(raw.source) }),
  };
}

/** In the order of the texts themselves, which is the same everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
