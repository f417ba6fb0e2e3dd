/** Something with members, as data from anywhere may have them. */
export type Members = Readonly<Record<string, unknown>>;

const LONE_SURROGATE = /\p{Surrogate}/u;
/** Text that can stand in a record. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && !LONE_SURROGATE.test(value);
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A member that the value has itself; a caller's data cannot reach into what every object inherits. */
export const own = (of: Members, key: string): unknown => (Object.hasOwn(of, key) ? of[key] : undefined);
export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Every element read; `null` where it is no list. */
export function listOf<T>(value: unknown, read: (one: unknown) => T | null): readonly (T | null)[] | null {
  return Array.isArray(value) ? Array.from(value as readonly unknown[], read) : null;
}

/**
 * What a value says, as a text that is the same for the same content: whatever the order of a mapping's members or of
 * a list of texts. For comparing what was said twice; never recorded.
 */
export function contentOf(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)}`;
  if (depth > 4) return 'deep';
  if (Array.isArray(value)) {
    const list = Array.from(value as readonly unknown[], (one) => contentOf(one, depth + 1));
    const texts = value.every((one) => typeof one === 'string');
    return JSON.stringify(texts ? [...new Set(list)].sort() : list);
  }
  const members = Object.entries(value).map(([key, inner]) => [key, contentOf(inner, depth + 1)]);
  return JSON.stringify(members.sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)));
}
