const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The members of a mapping in the order of their ids: a mapping has no order of its own. */
export const sorted = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(record).sort(byKey);

export const valuesById = <T>(map: ReadonlyMap<string, T>): readonly T[] =>
  [...map].sort(byKey).map(([, value]) => value);
