import { type Determined, wholeOf } from './determined.js';
import { evidenceOf, type Folder } from './folder.js';
import { countAt, eachAt, type Members, membersAt, textAt } from './json.js';
import { runs } from './merge.js';
import type { ListPerson } from './people.js';
import type { Checking } from './report.js';

/**
 * EQ1 to EQ5 and EQ7, counted anew from the ledgers and the determinations, against what the summary states; and
 * every equation of the summary, whose two sides must be equal.
 */
export function checkSummary(folder: Folder, entries: readonly ListPerson[], check: Checking): void {
  const { summary, determined, ledgerEntries, ledgerRows } = folder;
  for (const equation of eachAt(summary, 'equations')) {
    check.compared += 1;
    if (equation.get('left') !== equation.get('right') || equation.get('holds') !== true)
      check.error('verify.equation', { equation: textAt(equation, 'id') });
  }
  const side = (id: string): number | string => {
    const found = eachAt(summary, 'equations')
      .find((one) => textAt(one, 'id') === id)
      ?.get('left');
    return typeof found === 'number' || typeof found === 'string' ? found : 'missing';
  };

  const people = ledgerRows.filter((row) => row.kind === 'person');
  const students = new Set(people.map((row) => row.student).filter((key) => key !== '')).size;
  const roster = membersAt(summary, 'roster');
  check.same('EQ3', side('EQ3'), people.length);
  check.same('roster.rows', countAt(roster, 'rows'), people.length);
  for (const [key, state] of [
    ['duplicates', 'duplicate'],
    ['invalid', 'invalid'],
  ] as const)
    check.same(`roster.${key}`, countAt(roster, key), people.filter((row) => row.state === state).length);
  check.same('EQ4', side('EQ4'), students);

  check.same('EQ1', side('EQ1'), ledgerEntries.length);
  check.same('EQ2', side('EQ2'), ledgerEntries.filter((entry) => entry.state === 'matched').length);
  for (const list of eachAt(summary, 'lists')) {
    const id = textAt(list, 'list');
    const own = entries
      .filter(({ of, read }) => of.list === id && read.evidence === evidenceOf(list))
      .map(({ of }) => of);
    check.same(`entries:${id}`, countAt(list, 'entries'), own.length);
    for (const state of membersAt(list, 'states').keys())
      check.same(
        `${id}.${state}`,
        countAt(membersAt(list, 'states'), state),
        own.filter((entry) => entry.state === state).length,
      );
  }

  tallies('students', membersAt(summary, 'students'), determined, check);
  const bySchool = [...runs(determined.map((one) => ({ key: one.school, of: one })))];
  const stated = eachAt(summary, 'bySchool');
  check.same('schools', stated.length, bySchool.length);
  for (const { key, of } of bySchool) {
    const group = stated.find((one) => textAt(one, 'key') === key);
    tallies(`school:${key}`, group === undefined ? new Map() : membersAt(group, 'tally'), of, check);
  }
  for (const parts of ['byArea', 'bySchool', 'byStage', 'bySetting'])
    addUp(
      parts,
      membersAt(summary, 'students'),
      eachAt(summary, parts).map((part) => membersAt(part, 'tally')),
      check,
    );

  for (const listed of eachAt(summary, 'listed')) {
    const category = textAt(listed, 'category');
    const own = determined.filter((one) => belongs(one, category));
    check.same(`listed:${category}`, countAt(listed, 'listed'), own.length);
    for (const outcome of ['undetermined', 'outOfScope', 'declined'])
      check.same(
        `${category}.${outcome}`,
        countAt(listed, outcome),
        own.filter((one) => one.outcome === outcome).length,
      );
  }
}

/** EQ7: students, outcomes, tiers and money of the parts add up to the whole. */
function addUp(what: string, whole: Members, parts: readonly Members[], check: Checking): void {
  const sum = (of: (tally: Members) => number): number => parts.reduce((total, part) => total + of(part), 0);
  check.same(
    what,
    countAt(whole, 'students'),
    sum((tally) => countAt(tally, 'students')),
  );
  for (const kind of ['outcomes', 'tiers'])
    for (const key of membersAt(whole, kind).keys())
      check.same(
        `${what}.${key}`,
        countAt(membersAt(whole, kind), key),
        sum((tally) => countAt(membersAt(tally, kind), key)),
      );
  for (const programme of eachAt(whole, 'programmes')) {
    const id = textAt(programme, 'programme');
    const own = parts.flatMap((tally) =>
      eachAt(tally, 'programmes').filter((one) => textAt(one, 'programme') === id),
    );
    const minor = own.reduce((total, one) => total + wholeOf(textAt(one, 'minor')), 0n);
    check.same(`${what}.${id}`, textAt(programme, 'minor'), String(minor));
  }
}

const belongs = ({ categories }: Determined, id: string): boolean =>
  categories.some(({ category, status }) => category === id && status === 'in');

/** Students, outcomes, tiers and money of one tally. */
function tallies(what: string, stated: Members, of: readonly Determined[], check: Checking): void {
  check.same(what, countAt(stated, 'students'), of.length);
  const outcomes = membersAt(stated, 'outcomes');
  for (const outcome of outcomes.keys())
    check.same(
      `${what}.${outcome}`,
      countAt(outcomes, outcome),
      of.filter((d) => d.outcome === outcome).length,
    );
  const tiers = membersAt(stated, 'tiers');
  for (const tier of tiers.keys())
    check.same(`${what}.${tier}`, countAt(tiers, tier), of.filter((one) => one.tier === tier).length);
  for (const programme of eachAt(stated, 'programmes')) {
    const id = textAt(programme, 'programme');
    const given = of.flatMap(({ granted }) => granted.filter((award) => award.programme === id));
    check.same(`${what}.${id}`, countAt(programme, 'granted'), given.length);
    const minor = given.reduce((sum, award) => sum + award.minor, 0n);
    check.same(`${what}.${id}.minor`, textAt(programme, 'minor'), String(minor));
  }
}
