import { asJson, lines } from '../../record/index.js';
import { compareSources, compareText } from '../../roster/index.js';
import type { Sources } from '../source/index.js';

const at = ({
  file,
  sheet,
  row,
}: {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
}) => ({
  file,
  ...(sheet === undefined ? {} : { sheet }),
  row,
});

/**
 * Every row of the roster and every person of the lists as they were read, before anything was matched: what somebody
 * needs who matches them again without this engine. Cells are exactly those of the files.
 */
export function inputRecords(sources: Sources): readonly (readonly [path: string, text: string])[] {
  const roster = [...sources.roster]
    .sort((a, b) => compareSources(a.source, b.source))
    .map(({ source, name, id, idNotText, studentNumber, school, hukou, guardians }) =>
      asJson({ ...at(source), name, id, idNotText, studentNumber, school, hukou, guardians }),
    );
  const entries = sources.lists
    .flatMap((list) => list.entries)
    .sort((a, b) => compareText(a.list, b.list) || compareSources(a.source, b.source) || a.member - b.member)
    .map(({ source, ...entry }) => asJson({ ...at(source), ...entry }));
  return [
    ['inputs/roster.ndjson', lines(roster)],
    ['inputs/entries.ndjson', lines(entries)],
  ];
}
