import type { NodeId } from '../plan/index.js';
import { type CheckedValue, partsOf } from '../rules/index.js';
import { compareDates } from '../value/index.js';
import type { Ground } from './ground.js';
import { optionsBase, type Path, partPath, written } from './paths.js';

/** One row of a construct: its name, where it stands, and the flag that it is the one taken. */
export interface Row {
  readonly row: string;
  readonly path: Path;
  readonly node: NodeId;
}

/** The rows of one part, figure or amount. */
export interface Rows {
  readonly id: string;
  readonly path: Path;
  readonly rows: readonly Row[];
}

/** Everything in a rule set that has rows, each with the flag of each row; built before anything is worked out. */
export function rowsOf(ground: Ground): readonly Rows[] {
  const { rules } = ground;
  return [
    ...partsOf(rules.score).flatMap(({ path, value }) =>
      ofValue(ground, `score.${path}`, [...partPath(path), 'value'], value),
    ),
    ...rules.figures
      .filter(({ people }) => people === undefined)
      .flatMap(({ id, value }) => ofValue(ground, id, ['figures', id, 'value'], value)),
    ...rules.programmes.flatMap(({ id, amount }) =>
      amount === null ? [] : ofValue(ground, `${id}.amount`, ['programmes', id, 'amount'], amount),
    ),
  ];
}

function ofValue(ground: Ground, id: string, path: Path, value: CheckedValue): readonly Rows[] {
  const { build, rules } = ground;
  const chain = (conditions: readonly (readonly [name: string, at: Path, holds: NodeId])[]): Rows => {
    const rows: Row[] = [];
    let before = build.truth(true) as NodeId;
    for (const [row, at, holds] of conditions) {
      rows.push({ row, path: at, node: build.all([before as never, holds as never]) });
      before = build.all([before as never, build.not(holds as never)]);
    }
    rows.push({ row: 'otherwise', path: [...path, 'otherwise'], node: before });
    return { id, path, rows };
  };
  switch (value.kind) {
    case 'bands': {
      const of = build.expression(value.of);
      return [
        chain(
          value.bands.map(({ edge, cut }, i) => {
            const at = build.constant(cut);
            const holds =
              edge === 'below'
                ? build.compare('<', of, at)
                : edge === 'up_to'
                  ? build.compare('<=', of, at)
                  : build.compare('<=', at, of);
            return [`bands.${i + 1}`, [...path, 'bands', i], holds];
          }),
        ),
      ];
    }
    case 'first':
      return [
        chain(
          value.cases.map(({ when }, i) => [
            `first.${i + 1}`,
            [...path, 'cases', i],
            build.expression(when) as NodeId,
          ]),
        ),
      ];
    case 'options': {
      const of = build.expression(value.of);
      const { type } = value.of;
      const options = type.kind === 'choice' ? rules.choices[type.choice]?.options : undefined;
      const rows = value.values.map((_, i): Row => {
        const row = options?.[i] ?? String(i);
        return { row, path: optionsBase(rules, path, row), node: build.compare('=', of, build.code(i)) };
      });
      return [{ id, path, rows }];
    }
    case 'hits':
    case 'top':
      return [
        {
          id,
          path,
          rows: value.cases.map(({ when }, i) => ({
            row: `${value.kind}.${i + 1}`,
            path: [...path, 'cases', i],
            node: build.expression(when),
          })),
        },
      ];
    case 'dated': {
      const at = value.layers.findLastIndex(({ from }) => compareDates(from, build.asOf) <= 0);
      const current = value.layers[at];
      if (current === undefined) return [];
      const inside = [...path, 'layers', at, 'value'];
      return written(rules, inside) === undefined ? [] : ofValue(ground, id, inside, current.value);
    }
    default:
      return [];
  }
}
