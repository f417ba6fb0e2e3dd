/** Plain JSON data with no number but safe integers: every other figure is written as a decimal string. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const MOST_DEPTH = 200;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * RFC 8785 canonical JSON. What JSON cannot say (undefined, NaN, a lone surrogate, a function) throws, because
 * a silent `null` in a record of people is a lie; only integers are numbers here, so number formatting is not
 * a question. Throws on misuse only: callers hand in their own data structures, never a user's.
 */
export function canonicalJson(value: Json, depth = 0): string {
  if (depth > MOST_DEPTH) throw new RangeError('canonicalJson: nested too deeply');
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') {
    if (LONE_SURROGATE.test(value)) throw new TypeError('canonicalJson: a lone surrogate');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0))
      throw new TypeError('canonicalJson: not a safe integer');
    return String(value);
  }
  if (Array.isArray(value)) {
    const parts: string[] = [];
    for (let i = 0; i < value.length; i += 1) parts.push(canonicalJson(value[i] as Json, depth + 1));
    return `[${parts.join(',')}]`;
  }
  if (typeof value !== 'object') throw new TypeError(`canonicalJson: ${typeof value} is not JSON`);
  const record = value as { readonly [key: string]: Json };
  // RFC 8785 sorts keys by UTF-16 code units, which is what the default order of strings is.
  const members = Object.keys(record)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(record[key] as Json, depth + 1)}`);
  return `{${members.join(',')}}`;
}
