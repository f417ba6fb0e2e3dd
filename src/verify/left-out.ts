import { type Day, yearsBetween } from './calendar.js';
import type { Folder } from './folder.js';
import { countAt, eachAt, type Members, membersAt, textAt, textsAt } from './json.js';
import { isDecided, type Matching } from './matching.js';
import { type Keyed, merged } from './merge.js';
import { asOfDay, isLapsed, isLegible, type ListPerson, type RosterPerson } from './people.js';
import type { Checking } from './report.js';

const BY_PERSONS_ALONE = ['notEnrolledHere', 'outOfArea', 'deceased'];
/** Fewer digits in the cell of an ID say nothing. */
const LEAST_DIGITS = 8;

/**
 * Entries that are nobody's: those that only a person can leave out name the person's decision; those left out by age
 * have an ID that says so, nobody of the roster with their keys or their name, and no relation that says child; those
 * that cannot be read have nothing to read; those no longer current say so.
 */
export function checkLeftOut(
  entries: readonly ListPerson[],
  roster: readonly RosterPerson[],
  matching: Matching,
  folder: Folder,
  check: Checking,
): void {
  const { policy, job } = folder;
  const asOf = asOfDay(folder);
  const byAge = (entry: ListPerson): boolean => entry.of.state === 'notAStudent' && !isDecided(entry.of);
  const named = namesakes(entries.filter(byAge), roster);
  const open = (entry: ListPerson): boolean =>
    (named.get(entry) ?? []).some((row) => couldBeChild(entry, row, policy, job, asOf));
  for (const { entry, touched } of matching.joined) {
    const { of } = entry;
    const { state, place, member } = of;
    const refuse = (why: string): void => check.error('verify.leftOut', { state, why, member }, place);
    if (state === 'lapsed' && !isLapsed(of)) refuse('current');
    if (of.reason === 'decision') {
      check.compared += 1;
      const said = ['by', 'on', 'because'].map((key) => textAt(of.proof, key).trim());
      if (said.includes('')) refuse('decision');
      continue;
    }
    if (BY_PERSONS_ALONE.includes(state)) refuse('decision');
    if (state === 'invalid') {
      check.compared += 1;
      const digits = entry.identity.bare.replace(/[^0-9]/g, '');
      if (isLegible(entry) || digits.length >= LEAST_DIGITS) refuse('readable');
    }
    if (!byAge(entry)) continue;
    check.compared += 1;
    if (of.reason === 'tooYoungForChildren') {
      if (entry.read.means !== 'children' || !isTooYoung(entry, policy, asOf)) refuse('age');
      continue;
    }
    if (!isOutsideSchool(entry, policy, asOf)) refuse('age');
    if (touched.size > 0) refuse('key');
    if (open(entry)) refuse('name');
    if (entry.identity.numbers.sure.length > 0) refuse('studentNumber');
    if (saysRelation(of.relation, 'child', policy)) refuse('relation');
  }
}

/** Rows of the roster with the name of an entry. */
function namesakes(
  entries: readonly ListPerson[],
  roster: readonly RosterPerson[],
): ReadonlyMap<ListPerson, readonly RosterPerson[]> {
  const found = new Map<ListPerson, readonly RosterPerson[]>();
  const keyed = <T extends ListPerson | RosterPerson>(all: readonly T[]): readonly Keyed<T>[] =>
    all.flatMap((of) => of.name.forms.map((key) => ({ key, of })));
  for (const { left, right } of merged(keyed(entries), keyed(roster)))
    for (const entry of left) found.set(entry, [...(found.get(entry) ?? []), ...right]);
  return found;
}

/**
 * Whether the number of a grown-up may stand in the row of a student of the name: nothing says whose relative the person
 * is, the roster does not know the IDs of the student's guardians, the ages fit, and the list speaks for the student's
 * place. Only where the policy asks for it.
 */
function couldBeChild(
  entry: ListPerson,
  row: RosterPerson,
  policy: Members,
  job: Members,
  asOf: Day,
): boolean {
  if (policy.get('strictAdults') !== true || saysRelation(entry.of.relation, 'notChild', policy))
    return false;
  const adults = membersAt(policy, 'adults');
  const known = row.of.guardians.filter(({ id }) => id.trim() !== '').length;
  if (known >= countAt(adults, 'guardiansKnown')) return false;
  // Where a list says where its people live, the engine may know that the student is elsewhere; that is not checked here.
  if (entry.read.placed || !covers(job, entry, row.of.hukou)) return false;
  const gap = membersAt(adults, 'parentGap');
  const fits = (own: Day, child: Day): boolean => {
    const years = yearsBetween(own, asOf) - yearsBetween(child, asOf);
    return years >= countAt(gap, 'least') && years <= countAt(gap, 'most');
  };
  const births = row.identity.births;
  return births.length === 0 || births.some((child) => entry.identity.births.some((own) => fits(own, child)));
}

/** Whether the file of the entry speaks for people of this hukou, as the job says. */
function covers(job: Members, { of, read }: ListPerson, hukou: string): boolean {
  const sources = eachAt(membersAt(job, read.evidence === 'list' ? 'lists' : 'comparisons'), of.list);
  const said = sources.flatMap((source) => {
    const files = eachAt(source, 'files').filter((file) => textAt(file, 'file') === of.place.file);
    if (textAt(source, 'file') !== of.place.file && files.length === 0) return [];
    const own = files.flatMap((file) => textsAt(file, 'covers'));
    return own.length > 0 ? own : textsAt(source, 'covers');
  });
  return said.length === 0 || said.some((prefix) => prefix !== '' && hukou.trim().startsWith(prefix));
}

const words = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
const saysRelation = (relation: string, kind: 'child' | 'notChild', policy: Members): boolean =>
  textsAt(membersAt(policy, 'relations'), kind).map(words).includes(words(relation));

/** Younger than anybody can be who has a child in school. */
function isTooYoung({ identity }: ListPerson, policy: Members, asOf: Day): boolean {
  const least = countAt(membersAt(membersAt(policy, 'adults'), 'parentGap'), 'least');
  const youngest = least + countAt(membersAt(policy, 'schoolAges'), 'youngest') - countAt(policy, 'margin');
  return identity.births.length > 0 && identity.births.every((born) => yearsBetween(born, asOf) < youngest);
}

function isOutsideSchool({ identity }: ListPerson, policy: Members, asOf: Day): boolean {
  const ages = membersAt(policy, 'schoolAges');
  const margin = countAt(policy, 'margin');
  const [youngest, oldest] = [countAt(ages, 'youngest') - margin, countAt(ages, 'oldest') + margin];
  if (identity.ids.possible.length === 0) return false;
  return identity.births.every((born) => {
    const age = yearsBetween(born, asOf);
    return age < youngest || age > oldest;
  });
}
