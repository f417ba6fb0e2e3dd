import { isIdKey } from '../roster/index.js';
import type { CivilDate } from '../value/index.js';
import { type IdentityReading, readIdentity } from './entry-reading.js';
import type { RosterRow } from './roster-rows.js';

/** A row with what of its reading counts here; the reading itself is not kept, since a city has too many of them. */
export interface ReadRow<R> {
  readonly row: R;
  readonly empty: boolean;
  /** N2 form of the name; `null` where it cannot be read. */
  readonly name: string | null;
  readonly n2: string;
  /** IDs that identify, and those that check themselves. */
  readonly ids: readonly string[];
  readonly validIds: readonly string[];
  readonly number: string | null;
  readonly findings: readonly string[];
}

/** Reads rows. Equal lists of findings are kept once. */
export function rowReader<R extends RosterRow>(asOf: CivilDate | undefined): (row: R) => ReadRow<R> {
  const known = new Map<string, readonly string[]>();
  return (row) => {
    const reading = readIdentity(row, asOf);
    const { name, number, id } = reading;
    const codes = [...id.findings, ...number.findings];
    const key = codes.join(' ');
    const findings = known.get(key) ?? codes;
    known.set(key, findings);
    return {
      row,
      empty: reading.empty,
      name: name.readable ? name.n2 : null,
      n2: name.n2,
      ids: identifyingIds(reading),
      validIds: id.readings.filter((one) => one.valid && isIdKey(one)).map((one) => one.text),
      number: number.number,
      findings,
    };
  };
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Digests are taken of well-formed text; a lone surrogate is written out, so that different cells stay different. */
export const wellFormed = (text: string): string =>
  text.replace(LONE_SURROGATE, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);

/** All cells, as one text. */
export function contentOf(row: RosterRow): string {
  const guardians = row.guardians.map((g) => [g.name, g.id]);
  const cells = [row.name, row.id, row.idNotText === true, row.studentNumber, row.school, row.hukou];
  return wellFormed(JSON.stringify([...cells, guardians, row.otherCells ?? '']));
}

/** IDs of a row that identify: the ID cell unless a spreadsheet may have changed it, and the ID in a G number. */
function identifyingIds({ id, number }: IdentityReading): string[] {
  const [first] = id.readings;
  const intact =
    first !== undefined &&
    isIdKey(first) &&
    !id.numeric &&
    (first.exact || !first.valid) &&
    !first.text.endsWith('000');
  return [intact ? first.text : null, number.residentId].filter((text) => text !== null);
}
