import type { Sentinel, Sentinels } from './people.js';

/** Identity cells as they are written: of a row of the roster, or of a person of a list. */
export interface Written {
  readonly name: string;
  readonly id: string;
  /** `''` where the row has none. */
  readonly number: string;
  /** In a workbook the ID stands in a cell of a number. */
  readonly idIsNumber?: true;
}

/**
 * One way in which readers and matchers have lost people, as a student who is written so. `found`: the student must end
 * on the list. `held`: an automatic match would be wrong, so the student must be held open for a person.
 */
export interface Trap {
  readonly id: string;
  readonly ends: 'found' | 'held';
  readonly who: (people: Sentinels) => Sentinel;
  readonly roster: (who: Sentinel, people: Sentinels) => Written;
  readonly list: (who: Sentinel, people: Sentinels) => Written;
  /** Rows of the list that say the same; one by default. */
  readonly times?: number;
  /** Cells that a reader of packed cells may take apart otherwise. */
  readonly plain?: true;
}

const wide = (text: string): string =>
  [...text].map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
const otherDigit = (digit: string): string => (digit === '9' ? '0' : String(Number(digit) + 1));
const SECOND_SURNAME = '岗';

const asIs = ({ name, id, number }: Sentinel): Written => ({ name, id, number });
const onList = ({ name, id }: Sentinel): Written => ({ name, id, number: '' });
const trap = (id: string, over: Partial<Omit<Trap, 'id'>> = {}): Trap => ({
  id,
  ends: 'found',
  who: (people) => people.next(),
  roster: asIs,
  list: onList,
  ...over,
});
const withX = { who: (people: Sentinels) => people.next({ endsInX: true }) };

/** Designed from the bugs that are known to lose people (see docs/verify.md); a test plants those bugs. */
export const TRAPS: readonly Trap[] = [
  trap('plain', { plain: true }),
  trap('x', { ...withX, plain: true }),
  trap('smallXInList', { ...withX, list: (who) => ({ ...onList(who), id: who.id.toLowerCase() }) }),
  trap('smallXInRoster', { ...withX, roster: (who) => ({ ...asIs(who), id: who.id.toLowerCase() }) }),
  trap('blanksInList', { list: ({ name, id }) => ({ name: `${name} `, id: ` ${id} `, number: '' }) }),
  trap('blanksInRoster', {
    roster: ({ name, id, number }) => ({ name: ` ${name}`, id: `${id}  `, number: ` ${number}` }),
  }),
  trap('noBreakSpaces', { list: (who) => ({ ...onList(who), id: `\u{A0}${who.id}\u{3000}` }) }),
  trap('invisibleSigns', { list: (who) => ({ ...onList(who), id: `\u{200B}${who.id}\u{FEFF}` }) }),
  trap('fullWidth', { list: (who) => ({ ...onList(who), id: wide(who.id) }) }),
  trap('apostrophe', { list: (who) => ({ ...onList(who), id: `'${who.id}` }) }),
  trap('certificate', { list: (who) => ({ ...onList(who), id: `${who.id}41` }) }),
  trap('fifteenDigits', {
    who: (people) => people.next({ year: 1999 }),
    list: (who) => ({ ...onList(who), id: who.id.slice(0, 6) + who.id.slice(8, 17) }),
  }),
  trap('nameWithBlank', {
    list: (who) => ({ ...onList(who), name: `${who.name.slice(0, 1)}\u{A0}${who.name.slice(1)}` }),
  }),
  trap('nameWithOtherDot', {
    who: (people) => people.next({ dotted: true }),
    list: (who) => ({ ...onList(who), name: who.name.replace('·', '•') }),
  }),
  trap('studentNumber', { list: ({ name, number }) => ({ name, id: '', number }) }),
  trap('formerId', {
    roster: (who, people) => ({ ...asIs(who), number: `G${people.formerId(who)}` }),
    list: (who, people) => ({ ...onList(who), id: people.formerId(who) }),
  }),
  trap('repeated', { times: 2, plain: true }),
  trap('oneDigitWrong', {
    ends: 'held',
    list: ({ name, id }) => ({
      name,
      id: id.slice(0, 15) + otherDigit(id.charAt(15)) + id.slice(16),
      number: '',
    }),
  }),
  trap('numberCell', {
    ends: 'held',
    list: ({ name, id }) => ({ name, id: `${id.slice(0, 15)}000`, number: '', idIsNumber: true }),
  }),
  trap('otherName', {
    ends: 'held',
    list: (who) => ({ ...onList(who), name: SECOND_SURNAME + who.name.slice(1) }),
  }),
];

/** One that is written as it should be: for places (stages, settings, first and last rows) rather than for cells. */
export const PLAIN = TRAPS[0] as Trap;
