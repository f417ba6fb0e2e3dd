import { error, type Issue } from '../value/index.js';
import type { Removed } from './editions/index.js';
import type { Found } from './placed.js';

/** Codes of a name that nothing has, and the value that holds the name. */
const NAMES: Readonly<Record<string, string>> = {
  'rules.unknownName': 'name',
  'rules.unknownTable': 'table',
  'rules.unknownSchedule': 'schedule',
  'rules.unknownChoice': 'choice',
  'rules.unknownList': 'list',
  'rules.unknownEvidence': 'evidence',
  'rules.unknownPart': 'part',
  'rules.unknownSource': 'source',
  'rules.notPeople': 'name',
  'rules.categoryWithoutPoints': 'category',
};

/**
 * A name that is missing because this edition removed it is for this edition to mend, not for the published one whose
 * formula still reads it: said once for each removal, at the removal. Issue: `rules.danglingReference`.
 */
export function atRemoval(found: readonly Found[], removed: readonly Removed[]): readonly Found[] {
  const said = new Set<string>();
  return found.flatMap((one): readonly Found[] => {
    const key = NAMES[one.issue.code];
    const gone = removed.find(({ name }) => key !== undefined && one.issue.values[key] === name);
    if (gone === undefined) return [one];
    if (said.has(gone.path)) return [];
    said.add(gone.path);
    return [{ issue: dangling(one, gone), path: gone.at, position: gone.position }];
  });
}

function dangling({ path, position }: Found, { path: removed }: Removed): Issue {
  const file = position.file === undefined ? '' : `${position.file}:`;
  const where = `${file}${position.line}:${position.column}`;
  return error('rules.danglingReference', { path: removed, reads: path.join('.'), where });
}
