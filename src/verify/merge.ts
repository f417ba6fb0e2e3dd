/** Something with a text to be sorted by. Joins here are merges of two sorted arrays; no index is shared with anybody. */
export interface Keyed<T> {
  readonly key: string;
  readonly of: T;
}

const inOrder = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

export const sorted = <T>(all: readonly Keyed<T>[]): readonly Keyed<T>[] => [...all].sort(inOrder);

/** Runs of one key, in the order of the keys. */
export function* runs<T>(
  all: readonly Keyed<T>[],
): Generator<{ readonly key: string; readonly of: readonly T[] }> {
  const order = sorted(all);
  for (let from = 0; from < order.length; ) {
    const { key } = order[from] as Keyed<T>;
    let to = from;
    while (order[to]?.key === key) to += 1;
    yield { key, of: order.slice(from, to).map((one) => one.of) };
    from = to;
  }
}

/** Walks two sides along their keys at once: for every key of either, what each side has. */
export function* merged<A, B>(
  left: readonly Keyed<A>[],
  right: readonly Keyed<B>[],
): Generator<{ readonly key: string; readonly left: readonly A[]; readonly right: readonly B[] }> {
  const [a, b] = [runs(left), runs(right)];
  let [x, y] = [a.next(), b.next()];
  while (x.done !== true || y.done !== true) {
    const first =
      x.done === true
        ? y.value?.key
        : y.done === true || x.value.key < y.value.key
          ? x.value.key
          : y.value.key;
    const key = first as string;
    const here = x.done !== true && x.value.key === key ? x.value.of : [];
    const there = y.done !== true && y.value.key === key ? y.value.of : [];
    if (here.length > 0) x = a.next();
    if (there.length > 0) y = b.next();
    yield { key, left: here, right: there };
  }
}
