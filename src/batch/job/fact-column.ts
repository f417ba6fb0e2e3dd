import type { LinkedFact } from '../../rules/index.js';
import {
  compare,
  contains,
  error,
  exact,
  type Issue,
  parseCivilDate,
  parseExact,
  toDay,
} from '../../value/index.js';
import type { Job, JobPath } from './read-job.js';
import { type ColumnSpec, valuesOf } from './schema.js';

/**
 * What a column says of how to read it, against the fact that it gives. Issues: `job.peopleFact` (people stand in no
 * column), `job.factByRole` (only a decision can state it), `job.notNone` (texts for none, of a fact that always has a
 * value), `job.columnKey` (a key that is for facts of another type), `job.band` (a plausible range the wrong way round), `job.unknownOption` (a number or date that it cannot
 * have; options are looked at by the caller).
 */
export function factColumnIssues(
  fact: LinkedFact,
  column: ColumnSpec,
  path: JobPath,
  job: Job,
): readonly Issue[] {
  const issue = (code: string, values: Issue['values'], ...inside: JobPath): Issue =>
    error(code, { fact: fact.id, ...values }, job.place([...path, ...inside]));
  const { kind } = fact.type;
  if (kind === 'people') return [issue('job.peopleFact', {})];
  if (fact.by !== undefined) return [issue('job.factByRole', { roles: fact.by.join(', ') })];
  return [
    ...(column.none !== undefined && !fact.mayBeNone && kind !== 'several'
      ? [issue('job.notNone', {}, 'none')]
      : []),
    ...(column.date !== undefined && kind !== 'date'
      ? [issue('job.columnKey', { key: 'date' }, 'date')]
      : []),
    ...(['times', 'plausible'] as const).flatMap((key) =>
      column[key] !== undefined && kind !== 'number' ? [issue('job.columnKey', { key }, key)] : [],
    ),
    ...bandIssues(column, path, job),
    ...(column.separator !== undefined && kind !== 'several'
      ? [issue('job.columnKey', { key: 'separator' }, 'separator')]
      : []),
    ...Object.entries(valuesOf(column)).flatMap(([token, means]) =>
      canBe(fact, means)
        ? []
        : [error('job.unknownOption', { found: means, known: '' }, job.place([...path, 'values', token]))],
    ),
  ];
}

function bandIssues({ plausible }: ColumnSpec, path: JobPath, job: Job): readonly Issue[] {
  const [low, high] = (plausible ?? []).map(parseExact);
  return low != null && high != null && compare(low, high) > 0
    ? [error('job.band', {}, job.place([...path, 'plausible']))]
    : [];
}

/** Whether a number or a date that a text means is one that the fact can have. */
function canBe({ type, range }: LinkedFact, means: string): boolean {
  if (type.kind === 'number') {
    const number = parseExact(means);
    return number !== null && (range === undefined || contains(range, number));
  }
  if (type.kind === 'date') {
    const date = parseCivilDate(means);
    return date !== null && (range === undefined || contains(range, exact(BigInt(toDay(date)))));
  }
  return true;
}
