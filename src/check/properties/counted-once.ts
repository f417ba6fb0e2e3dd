import { listStanding } from '../../plan/index.js';
import { partsOf, type RuleSet } from '../../rules/index.js';
import { type Asking, finding } from '../asking.js';
import { partPath } from '../paths.js';
import type { CheckedProperty } from '../report.js';

/** More rows of a list than this are not gone through. */
export const MOST_ROWS = 4_096;

/**
 * What one entry of a list shows counts once: where the points of categories are added, no single row may put a student
 * into two of them. Parts that take the best count once by what they are.
 */
export function countedOnce(asking: Asking): readonly CheckedProperty[] {
  const { ground } = asking;
  return partsOf(ground.rules.score).flatMap(({ path, value }): readonly CheckedProperty[] => {
    const head = {
      id: `countedOnce score.${path}`,
      property: 'countedOnce',
      severity: 'warning',
      path: [...partPath(path), 'value', 'take'],
    } as const;
    const takes = 'take' in value ? value.take : null;
    if (takes === null) return [];
    if (takes !== 'sum')
      return [
        finding(head, {
          status: 'byConstruction',
          because: { code: 'check.byTakingOne', values: { take: takes } },
        }),
      ];
    if (value.kind !== 'categories') return [];
    const counted = new Set(value.points.filter(([, points]) => points.n !== 0n).map(([id]) => id));
    const twice = ground.rules.lists
      .map(({ id }) => twiceIn(asking, id, counted))
      .find((one) => one !== null);
    return [
      finding(
        head,
        twice === undefined
          ? { status: 'proved' }
          : twice === 'tooMany'
            ? {
                status: 'notProved',
                because: { code: 'check.tooManyCases', values: { node: path, most: MOST_ROWS } },
              }
            : { status: 'refuted', because: { code: 'check.countsTwice', values: twice } },
      ),
    ];
  });
}

/** Every row that a list can have, by the values of its attributes; `null`: too many. */
export function rowsOfList(
  { lists }: RuleSet,
  list: string,
): readonly Readonly<Record<string, string>>[] | null {
  const attributes = lists.find(({ id }) => id === list)?.attributes ?? [];
  let rows: readonly Readonly<Record<string, string>>[] = [{}];
  for (const { id, type, options } of attributes) {
    const values = type.kind === 'flag' ? ['true', 'false'] : options;
    if (rows.length * values.length > MOST_ROWS) return null;
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [id]: value })));
  }
  return rows;
}

/** A row of a list that makes two categories current. */
function twiceIn(
  { ground, steps }: Asking,
  list: string,
  counted: ReadonlySet<string>,
): Readonly<Record<string, string>> | 'tooMany' | null {
  const rows = rowsOfList(ground.rules, list);
  if (rows === null) return 'tooMany';
  for (const row of rows) {
    steps.taken += 1;
    const found = listStanding(ground.plan, list, row).in.filter((id) => counted.has(id));
    const [first, second] = found;
    if (first !== undefined && second !== undefined)
      return { list, first, second, row: Object.values(row).join(', ') };
  }
  return null;
}
