/** The member of a mapping that a file wrote itself; a name such as `constructor` finds nothing it did not write. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
