import { asJson } from '../../record/index.js';
import { compareSources, compareText } from '../../roster/index.js';
import type { Json } from '../../value/index.js';
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
export function* rosterRecords({ roster }: Sources): Generator<Json> {
  for (const row of [...roster].sort((a, b) => compareSources(a.source, b.source))) {
    const { source, name, id, idNotText, studentNumber, school, hukou, guardians } = row;
    yield asJson({ ...at(source), name, id, idNotText, studentNumber, school, hukou, guardians });
  }
}

export function* entryRecords({ lists }: Sources): Generator<Json> {
  const entries = lists
    .flatMap((list) => list.entries)
    .sort((a, b) => compareText(a.list, b.list) || compareSources(a.source, b.source) || a.member - b.member);
  for (const { source, ...entry } of entries) yield asJson({ ...at(source), ...entry });
}
