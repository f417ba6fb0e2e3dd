/** Groups of indices joined by common texts, in the order of the first index of each. */
export function joined(count: number, texts: (i: number) => readonly string[]): number[][] {
  const parent = Array.from({ length: count }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const firstWith = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    for (const text of texts(i)) {
      const first = firstWith.get(text);
      if (first === undefined) firstWith.set(text, i);
      else parent[root(i)] = root(first);
    }
  }
  const groups = new Map<number, number[]>();
  for (let i = 0; i < count; i += 1) {
    const at = root(i);
    const group = groups.get(at);
    if (group === undefined) groups.set(at, [i]);
    else group.push(i);
  }
  return [...groups.values()];
}
