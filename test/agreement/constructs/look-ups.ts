import type { RuleDocument, TableDocument } from '../../../src/rules/index.js';
import { names } from './names.js';

/** What there is to say of tables, parameters and schedules. */
export const LOOK_UPS: readonly string[] = [
  ...['1 key', '2 keys', 'by flag', 'by choice', 'by code', 'by whole', 'by tier'].map(
    (key) => `table ${key}`,
  ),
  ...['prefix', 'or more', 'each_more', 'columns', 'of flags', 'of options'].map((key) => `table ${key}`),
  ...['dated', 'otherwise', 'otherwise unknown', 'before', 'before unknown'].map((key) => `table ${key}`),
  ...['plain', 'dated', 'before', 'before unknown'].map((key) => `parameter ${key}`),
  ...['plain', 'keyed', 'dated', 'at_least'].map((key) => `schedule ${key}`),
];

export function inLookUps({ tables, parameters, schedules }: RuleDocument): readonly string[] {
  return [
    ...Object.values(tables).flatMap(inTable),
    ...Object.values(parameters).flatMap(({ layers, before }) =>
      names({
        'parameter plain': layers[0]?.from === undefined,
        'parameter dated': layers[0]?.from !== undefined,
        'parameter before': before !== undefined && before !== 'unknown',
        'parameter before unknown': before === 'unknown',
      }),
    ),
    ...Object.values(schedules).flatMap(({ keys, layers }) =>
      names({
        'schedule plain': keys.length === 0,
        'schedule keyed': keys.length > 0,
        'schedule dated': layers[0]?.from !== undefined,
        'schedule at_least': layers.some(({ rows }) => rows.some((row) => row.slices.at_least !== undefined)),
      }),
    ),
  ];
}

function inTable({
  keys,
  columns,
  match,
  layers,
  otherwise,
  before,
  each_more,
}: TableDocument): readonly string[] {
  return [
    keys.length === 1 ? 'table 1 key' : 'table 2 keys',
    ...keys.map((key) => `table by ${key.type}`),
    ...names({
      'table by tier': keys.some((key) => key.type === 'choice' && key.choice === 'tier'),
      'table prefix': match === 'prefix',
      'table or more': keys.some((key) => key.type === 'whole' && key.more),
      'table each_more': each_more !== undefined,
      'table columns': columns.length > 1,
      'table of flags': columns[0]?.type === 'flag',
      'table of options': columns[0]?.type === 'choice',
      'table dated': layers[0]?.from !== undefined,
      'table otherwise': otherwise !== undefined && otherwise !== 'unknown',
      'table otherwise unknown': otherwise === 'unknown',
      'table before': before !== undefined && before !== 'unknown',
      'table before unknown': before === 'unknown',
    }),
  ];
}
