import type { Award, Determination } from '../../determine/index.js';
import { tierOf } from '../../record/index.js';
import { compareText, type SourceRef } from '../../roster/index.js';

/** What was, and what is now; `null`: not there. */
export interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export interface CategoryChange extends Change<string> {
  readonly category: string;
  /** Rows of lists that speak for it now and did not before, and that did and do no longer. */
  readonly gained: readonly SourceRef[];
  readonly lost: readonly SourceRef[];
}

export interface FactChange {
  readonly fact: string;
  readonly kind: 'known' | 'changed' | 'gone';
  /** Where it stands now; where it is gone, where it stood. */
  readonly source?: SourceRef;
}

/** A student who is not what he or she was. */
export interface StudentChange {
  readonly student: string;
  /** `moved`: nothing but the places of the rows behind it. */
  readonly kind: 'entered' | 'left' | 'changed' | 'moved';
  readonly outcome?: Change<string>;
  readonly tier?: Change<string>;
  /** What a programme gives, as its state and amount in minor units. */
  readonly awards: readonly (Change<string> & { readonly programme: string })[];
  readonly categories: readonly CategoryChange[];
  readonly facts: readonly FactChange[];
  /** Something else in the determination differs, such as points, questions or findings. */
  readonly otherwise: boolean;
}

/** Students who entered, left or changed between two runs, by key. Those of whom nothing differs are left out. */
export function studentChanges(
  before: readonly Determination[],
  after: readonly Determination[],
): readonly StudentChange[] {
  const was = new Map(before.map((one) => [one.student, one] as const));
  const is = new Map(after.map((one) => [one.student, one] as const));
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).flatMap((student) => {
    const change = changeOf(student, was.get(student), is.get(student));
    return change === null ? [] : [change];
  });
}

const NONE = { awards: [], categories: [], facts: [], otherwise: false } as const;

function changeOf(
  student: string,
  a: Determination | undefined,
  b: Determination | undefined,
): StudentChange | null {
  if (a === undefined || b === undefined) {
    const outcome = { before: a?.outcome ?? null, after: b?.outcome ?? null };
    const tier = { before: a === undefined ? null : tierOf(a), after: b === undefined ? null : tierOf(b) };
    return { ...NONE, student, kind: a === undefined ? 'entered' : 'left', outcome, tier };
  }
  if (contentOf(a, true) === contentOf(b, true)) return null;
  if (contentOf(a, false) === contentOf(b, false)) return { ...NONE, student, kind: 'moved' };
  const outcome = changed(a.outcome, b.outcome);
  const tier = changed(tierOf(a), tierOf(b));
  const found = {
    ...(outcome === null ? {} : { outcome }),
    ...(tier === null ? {} : { tier }),
    awards: awardChanges(a.awards, b.awards),
    categories: categoryChanges(a, b),
    facts: factChanges(a, b),
  };
  const said =
    outcome !== null ||
    tier !== null ||
    found.awards.length + found.categories.length + found.facts.length > 0;
  return { student, kind: 'changed', ...found, otherwise: !said };
}

const changed = <T>(before: T | null, after: T | null): Change<T> | null =>
  before === after ? null : { before, after };

/** A determination without the days and rules of its run, and without the places of rows unless they count. */
function contentOf(determination: Determination, places: boolean): string {
  const { period: _p, asOf: _a, knownAt: _k, rules: _r, ...rest } = determination;
  return JSON.stringify(rest, (key, value: unknown) =>
    !places && (key === 'source' || key === 'evidence' || key === 'place') ? undefined : value,
  );
}

const awardText = ({ state, amount, between }: Award): string =>
  [state, amount?.minor ?? '', between === undefined ? '' : `${between.least}-${between.most}`]
    .filter((piece) => piece !== '')
    .join(' ');

function awardChanges(a: readonly Award[], b: readonly Award[]): StudentChange['awards'] {
  const of = (awards: readonly Award[]): Map<string, string> =>
    new Map(
      awards.filter((one) => one.state !== 'notEntitled').map((one) => [one.programme, awardText(one)]),
    );
  const [was, is] = [of(a), of(b)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).flatMap((programme) => {
    const change = changed(was.get(programme) ?? null, is.get(programme) ?? null);
    return change === null ? [] : [{ programme, ...change }];
  });
}

const placeText = ({ file, sheet, row, list }: SourceRef): string => JSON.stringify([list, file, sheet, row]);

function categoryChanges(a: Determination, b: Determination): readonly CategoryChange[] {
  const of = (d: Determination) => new Map(d.categories.map((one) => [one.category, one] as const));
  const [was, is] = [of(a), of(b)];
  return [...new Set([...was.keys(), ...is.keys()])].sort(compareText).flatMap((category) => {
    const [one, other] = [was.get(category), is.get(category)];
    const text = (c: typeof one): string | null => (c === undefined ? null : (c.doubt ?? c.status));
    const change = changed(text(one), text(other));
    if (change === null) return [];
    const [old, fresh] = [one?.evidence ?? [], other?.evidence ?? []];
    const without = (rows: readonly SourceRef[], those: readonly SourceRef[]): readonly SourceRef[] =>
      rows.filter((row) => !those.some((that) => placeText(that) === placeText(row)));
    return [{ category, ...change, gained: without(fresh, old), lost: without(old, fresh) }];
  });
}

function factChanges(a: Determination, b: Determination): readonly FactChange[] {
  const of = (d: Determination) => new Map(d.facts.map((one) => [one.fact, one] as const));
  const [was, is] = [of(a), of(b)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort(compareText)
    .flatMap((fact): readonly FactChange[] => {
      const [one, other] = [was.get(fact), is.get(fact)];
      if (JSON.stringify([one?.value, one?.origin]) === JSON.stringify([other?.value, other?.origin]))
        return [];
      const kind = one === undefined ? 'known' : other === undefined ? 'gone' : 'changed';
      const source = (other ?? one)?.source;
      return [{ fact, kind, ...(source === undefined ? {} : { source }) }];
    });
}
