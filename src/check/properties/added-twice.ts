import type { Determination } from '../../determine/index.js';
import { listStanding } from '../../plan/index.js';
import { type CheckedPart, partsOf } from '../../rules/index.js';
import { compare, parseExact } from '../../value/index.js';
import { type Asking, finding, proved } from '../asking.js';
import { smallestStudents } from '../confirm.js';
import type { Piece } from '../pairs/side.js';
import { partPath } from '../paths.js';
import type { CheckedProperty, Witness } from '../report.js';
import type { View } from '../view.js';
import { MOST_ROWS, rowsOfList } from './counted-once.js';

/**
 * What one row of a list shows counts in one part: of parts that are added up, no two are worth more because of the same
 * row. Asked of every two parts that rest on what one row can show.
 */
export function addedTwice(asking: Asking): readonly CheckedProperty[] {
  const { ground } = asking;
  const sections = partsOf(ground.rules.score).filter(
    ({ value }) => value.kind === 'section' && value.take === 'sum',
  );
  const shown = shownTogether(asking);
  const tooMany = listsWithTooManyRows(asking);
  return sections.flatMap(({ path, value }) => {
    const parts = value.kind === 'section' ? value.parts : [];
    const open = tooMany.filter(
      ({ inputs }) => parts.filter((part) => restsOn(asking, part, inputs)).length > 1,
    );
    const named = open.map(({ list }) =>
      finding(
        {
          id: `countedOnce score.${path} ${list}`,
          property: 'countedOnce',
          severity: 'warning',
          path: ['lists', list],
        },
        {
          status: 'notProved',
          because: { code: 'check.tooManyCases', values: { node: list, most: MOST_ROWS } },
        },
      ),
    );
    const asked = parts.flatMap((one, i) =>
      parts.slice(i + 1).flatMap((other) => {
        const rows = shown.filter(({ inputs }) =>
          [one, other].every((part) => restsOn(asking, part, inputs)),
        );
        return rows.length === 0 ? [] : together(asking, one.path, other.path, rows);
      }),
    );
    return [...asked, ...named];
  });
}

/** Lists whose rows are not gone through, with the categories that they show. */
function listsWithTooManyRows({ ground }: Asking): readonly Pick<Shown, 'list' | 'inputs'>[] {
  const { rules } = ground;
  return rules.lists
    .filter(({ id }) => rowsOfList(rules, id) === null)
    .map(({ id: list }) => ({
      list,
      inputs: rules.categories
        .filter((category) => category.list === list)
        .map(({ id }) => ground.inputOf('category', id)),
    }));
}

/** What one row of a list makes true at once. */
interface Shown {
  readonly list: string;
  readonly row: string;
  readonly inputs: readonly number[];
}

function shownTogether({ ground }: Asking): readonly Shown[] {
  const seen = new Set<string>();
  return ground.rules.lists.flatMap(({ id }) =>
    (rowsOfList(ground.rules, id) ?? []).flatMap((row): readonly Shown[] => {
      const of = listStanding(ground.plan, id, row).in;
      const inputs = of.map((category) => ground.inputOf('category', category));
      const key = inputs.join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ list: id, row: Object.values(row).join(', '), inputs }];
    }),
  );
}

const nodeOf = ({ ground }: Asking, path: string): number | undefined =>
  ground.plan.outputs.parts.find((one) => one.path === path)?.node;

function restsOn(asking: Asking, { path }: CheckedPart, inputs: readonly number[]): boolean {
  const node = nodeOf(asking, path);
  return node !== undefined && inputs.some((input) => asking.ground.behindInput(input).includes(node));
}

const canRise = (pieces: readonly Piece[]): boolean => pieces.some(({ d }) => d !== null && d.high.n > 0n);

function together(
  asking: Asking,
  first: string,
  second: string,
  rows: readonly Shown[],
): readonly CheckedProperty[] {
  const { ground, standing } = asking;
  const nodes = [first, second].flatMap((path) => nodeOf(asking, path) ?? []);
  const head = {
    id: `countedOnce score.${first} score.${second}`,
    property: 'countedOnce',
    severity: 'warning',
    path: partPath(second),
  } as const;
  const views = (from: View): readonly View[] =>
    rows.map(({ inputs }) =>
      inputs.reduce((view, input) => view.with(input, { kind: 'pairs', pairs: [[0n, 1n]] }), from),
    );
  const points = (of: Determination, path: string): string =>
    of.trace.find(({ part }) => part === path)?.points ?? '';
  const found = proved(asking, head, (from) => ({
    views: views(from(false)),
    fine: () => views(from(true)),
    steps: [],
    broken: (view) => nodes.every((node) => canRise(view.at(node))),
    roots: nodes,
    confirm: (view): Witness | null => {
      let shown: readonly string[] = [];
      const rises = ([x, y]: readonly Determination[]): boolean => {
        if (x === undefined || y === undefined) return false;
        shown = [x, y].map((of) => `${points(of, first)} + ${points(of, second)}`);
        return [first, second].every((path) => {
          const [before, after] = [parseExact(points(x, path)), parseExact(points(y, path))];
          return before !== null && after !== null && compare(after, before) > 0;
        });
      };
      const [before, after] = smallestStudents(ground, standing, view, rises) ?? [];
      return before === undefined || after === undefined ? null : { students: [before, after], shows: shown };
    },
  }));
  return found.map((one) => {
    const [before, after] = (one.witness?.students ?? []).map(
      ({ categories = [] }) => new Set(categories.map(({ category }) => category)),
    );
    const gained = [...(after ?? [])].filter((id) => before?.has(id) !== true);
    const idOf = (input: number): string => ground.plan.inputs[input]?.id ?? '';
    const shown = rows.find(
      ({ inputs }) => inputs.length === gained.length && inputs.every((i) => gained.includes(idOf(i))),
    );
    if (shown === undefined) return one;
    const { list, row } = shown;
    return { ...one, because: { code: 'check.addsTwice', values: { list, row, first, second } } };
  });
}
