/** Units of every rule file; an edition may add others under `units`. */
export const BUILT_IN_UNITS: ReadonlySet<string> = new Set([
  'point',
  'person',
  'day',
  'week',
  'month',
  'year',
]);

/** ISO 4217 shape: three capitals name a currency. */
export const isCurrency = (atom: string): boolean => /^[A-Z]{3}$/.test(atom);

/** The unit of a pure number. */
export const PURE = '1';

function atoms(unit: string): { readonly above: string[]; readonly below: string[] } {
  const above: string[] = [];
  const below: string[] = [];
  let side = above;
  for (const piece of unit.split(/([*/])/)) {
    if (piece === '/') side = below;
    else if (piece === '*') side = above;
    else if (piece !== PURE) side.push(piece);
  }
  return { above, below };
}

function written(above: readonly string[], below: readonly string[]): string {
  const rest = [...below];
  const kept = above.filter((atom) => {
    const same = rest.indexOf(atom);
    if (same >= 0) rest.splice(same, 1);
    return same < 0;
  });
  const top = [...kept].sort().join('*') || PURE;
  return [top, ...rest.sort()].join('/');
}

/** Reads a unit such as `CNY/year/person` into its one written form, or `null` where an atom is not known. */
export function parseUnit(text: string, extra: readonly string[]): string | null {
  if (!/^[A-Za-z1][A-Za-z0-9_]*(?:[*/][A-Za-z1][A-Za-z0-9_]*)*$/.test(text)) return null;
  const { above, below } = atoms(text);
  const known = (atom: string): boolean =>
    BUILT_IN_UNITS.has(atom) || isCurrency(atom) || extra.includes(atom);
  return [...above, ...below].every(known) ? written(above, below) : null;
}

/** The unit of a product. Nothing converts by itself. */
export function unitTimes(a: string, b: string): string {
  const x = atoms(a);
  const y = atoms(b);
  return written([...x.above, ...y.above], [...x.below, ...y.below]);
}

/** The unit of a quotient. */
export function unitOver(a: string, b: string): string {
  const x = atoms(a);
  const y = atoms(b);
  return written([...x.above, ...y.below], [...x.below, ...y.above]);
}

/** The currency of an amount's unit, such as CNY of `CNY/year`, or `null`. */
export function currencyOf(unit: string): string | null {
  const { above } = atoms(unit);
  return above.length === 1 && isCurrency(above[0] as string) ? (above[0] as string) : null;
}
