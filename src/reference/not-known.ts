/**
 * Raised where a meaning that looks only at what is known comes to something that is not. Caught where it does not
 * matter, such as in an `and` of which another member is false, and by whoever asked.
 */
export class NotKnown extends Error {}

/** The value, or that it is not known. */
export function attempt<T>(look: () => T): T | NotKnown {
  try {
    return look();
  } catch (raised) {
    if (raised instanceof NotKnown) return raised;
    throw raised;
  }
}

/** Goes through all until one decides; not known where none does and one is not known. */
export function firstThat<T>(all: readonly (() => T)[], decides: (is: T) => boolean): readonly T[] {
  const found: T[] = [];
  let open: NotKnown | null = null;
  for (const look of all) {
    const is = attempt(look);
    if (is instanceof NotKnown) open ??= is;
    else {
      found.push(is);
      if (decides(is)) return found;
    }
  }
  if (open !== null) throw open;
  return found;
}
