import type { ListEntry } from '../../src/reconcile/index.js';
import { checkCharacter } from '../../src/roster/index.js';

/** What a list may have of a student: the cells that one accident changes. */
export type Cells = Pick<ListEntry, 'name' | 'id' | 'idNotText' | 'relation'>;

/** Whose row it is, and who is near. */
export interface Person {
  readonly name: string;
  readonly id: string;
  readonly twin: { readonly name: string; readonly id: string } | null;
  readonly guardian: { readonly name: string; readonly id: string };
}

/** One accident on the way of a row; `n` chooses the place and the sign. `null`: it cannot happen to this row. */
export interface Corruption {
  readonly what: string;
  /** The cell means the same, so that the row must still be matched. */
  readonly lossless?: boolean;
  /** Enough is left for the student to be strong, so that the category is open until somebody has looked. */
  readonly open?: boolean;
  readonly apply: (person: Person, n: number) => Partial<Cells> | null;
}

const at = (text: string, i: number, sign: string): string => text.slice(0, i) + sign + text.slice(i + 1);
const signs = (name: string): string[] => [...name];
/** The digits of a number as programs that calculate in doubles keep and write them. */
const asDouble = (id: string): string => BigInt(Number(id)).toString();
const reissued = (seventeen: string): string => seventeen + checkCharacter(seventeen);

const OF_ID: readonly Corruption[] = [
  { what: 'spaces', lossless: true, apply: ({ id }) => ({ id: ` ${id.slice(0, 6)} ${id.slice(6)}\t` }) },
  {
    what: 'a zero-width space',
    lossless: true,
    apply: ({ id }) => ({ id: `${id.slice(0, 9)}\u{200B}${id.slice(9)}` }),
  },
  { what: 'a byte order mark', lossless: true, apply: ({ id }) => ({ id: `\u{FEFF}${id}` }) },
  { what: 'an apostrophe', lossless: true, apply: ({ id }) => ({ id: `'${id}` }) },
  { what: 'a label', lossless: true, apply: ({ id }) => ({ id: `身份证号：${id}` }) },
  {
    what: 'full width',
    lossless: true,
    apply: ({ id }) => ({ id: id.replace(/[0-9X]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) }),
  },
  {
    what: 'a small x',
    lossless: true,
    apply: ({ id }) => (id.endsWith('X') ? { id: id.toLowerCase() } : null),
  },
  {
    what: 'a multiplication sign',
    lossless: true,
    apply: ({ id }) => (id.endsWith('X') ? { id: `${id.slice(0, 17)}×` } : null),
  },
  { what: 'the letter O', lossless: true, apply: ({ id }) => ({ id: id.replace('0', 'O') }) },
  {
    what: 'the letter l',
    lossless: true,
    apply: ({ id }) => ({ id: id.slice(0, 17).replace('1', 'l') + id.slice(17) }),
  },
  { what: 'a disability certificate', lossless: true, apply: ({ id }) => ({ id: `${id}42` }) },
  {
    what: 'a wrong digit',
    open: true,
    apply: ({ id }, n) => ({ id: at(id, n % 17, String((n >> 5) % 10)) }),
  },
  {
    what: 'a wrong check character',
    open: true,
    apply: ({ id }, n) => ({ id: id.slice(0, 17) + '0123456789X'[n % 11] }),
  },
  {
    what: 'neighbours exchanged',
    open: true,
    apply: ({ id }, n) => {
      const i = n % 16;
      return { id: at(at(id, i, id[i + 1]!), i + 1, id[i]!) };
    },
  },
  {
    what: 'exchanged over one',
    open: true,
    apply: ({ id }, n) => {
      const i = n % 15;
      return { id: at(at(id, i, id[i + 2]!), i + 2, id[i]!) };
    },
  },
  { what: 'a digit left out', open: true, apply: ({ id }, n) => ({ id: at(id, n % 18, '') }) },
  {
    what: 'a digit typed twice',
    open: true,
    apply: ({ id }, n) => ({ id: id.slice(0, n % 17) + id.slice((n % 17) - 1 < 0 ? 0 : (n % 17) - 1) }),
  },
  {
    what: 'a digit too many',
    open: true,
    apply: ({ id }, n) => ({ id: id.slice(0, n % 18) + String(n % 10) + id.slice(n % 18) }),
  },
  {
    what: 'month and day exchanged',
    open: true,
    apply: ({ id }) => ({ id: id.slice(0, 10) + id.slice(12, 14) + id.slice(10, 12) + id.slice(14) }),
  },
  { what: 'an unreadable sign', open: true, apply: ({ id }, n) => ({ id: at(id, n % 17, '?') }) },
  { what: 'zeros at the end', open: true, apply: ({ id }) => ({ id: `${id.slice(0, 15)}000` }) },
  {
    what: 'rounded to a double',
    open: true,
    apply: ({ id }) => (id.endsWith('X') ? null : { id: asDouble(id) }),
  },
  {
    what: 'a number cell',
    open: true,
    apply: ({ id }) => (id.endsWith('X') ? null : { id: asDouble(id), idNotText: true }),
  },
  {
    what: 'E+17 with fifteen digits',
    open: true,
    apply: ({ id }) => ({ id: `${id[0]}.${id.slice(1, 15)}E+17` }),
  },
  { what: 'E+17 with six digits', apply: ({ id }) => ({ id: `${id[0]}.${id.slice(1, 6)}E+17` }) },
  { what: 'the end cut off', open: true, apply: ({ id }) => ({ id: id.slice(0, 15) }) },
  { what: 'blank', apply: () => ({ id: '' }) },
  { what: 'a word', apply: () => ({ id: '无' }) },
  { what: 'the twin’s', apply: ({ twin }) => (twin === null ? null : { id: twin.id }) },
  {
    what: 'a stranger’s',
    apply: (_, n) => ({
      id: reissued(`9901052013${String(1 + (n % 9)).padStart(2, '0')}14${String(n % 999).padStart(3, '0')}`),
    }),
  },
  {
    what: 'reissued with another division',
    open: true,
    apply: ({ id }) => ({ id: reissued(`990109${id.slice(6, 17)}`) }),
  },
  {
    what: 'reissued with another birth date',
    apply: ({ id }, n) => ({
      id: reissued(id.slice(0, 10) + String(1 + (n % 12)).padStart(2, '0') + id.slice(12, 17)),
    }),
  },
  { what: 'a parent’s', apply: ({ guardian }) => ({ id: guardian.id }) },
  {
    what: 'a parent’s, in a list that says child',
    apply: ({ guardian }) => ({ id: guardian.id, relation: '之子' }),
  },
];

const OF_NAME: readonly Corruption[] = [
  { what: 'a space', lossless: true, apply: ({ name }) => ({ name: signs(name).join('　') }) },
  { what: 'an invisible sign', lossless: true, apply: ({ name }) => ({ name: `${name}\u{200D}` }) },
  { what: 'a remark', lossless: true, apply: ({ name }) => ({ name: `${name}（低保）` }) },
  {
    what: 'another dot',
    lossless: true,
    apply: ({ name }) => (name.includes('·') ? { name: name.replace('·', '•') } : null),
  },
  {
    what: 'no dot',
    lossless: true,
    apply: ({ name }) => (name.includes('·') ? { name: name.replace('·', '') } : null),
  },
  {
    what: 'traditional',
    lossless: true,
    apply: ({ name }) =>
      /[张杨伟]/.test(name)
        ? { name: name.replace('张', '張').replace('杨', '楊').replace('伟', '偉') }
        : null,
  },
  {
    what: 'another character',
    apply: ({ name }, n) => ({
      name: signs(name)
        .with(n % signs(name).length, '鑫')
        .join(''),
    }),
  },
  { what: 'another surname', apply: ({ name }) => ({ name: signs(name).with(0, '欧').join('') }) },
  {
    what: 'a character left out',
    apply: ({ name }, n) => ({
      name: signs(name)
        .toSpliced(n % signs(name).length, 1)
        .join(''),
    }),
  },
  {
    what: 'a character too many',
    apply: ({ name }, n) => ({
      name: signs(name)
        .toSpliced(n % signs(name).length, 0, '小')
        .join(''),
    }),
  },
  { what: 'characters exchanged', apply: ({ name }) => ({ name: signs(name).toReversed().join('') }) },
  {
    what: 'a placeholder',
    apply: ({ name }, n) => ({
      name: signs(name)
        .with(n % signs(name).length, '□')
        .join(''),
    }),
  },
  {
    what: 'a question mark',
    apply: ({ name }, n) => ({
      name: signs(name)
        .with(n % signs(name).length, '?')
        .join(''),
    }),
  },
  {
    what: 'pinyin for a character',
    apply: ({ name }) => ({ name: name.replace('小', 'xiao').replace('明', 'ming') }),
  },
  { what: 'cut off', apply: ({ name }) => ({ name: signs(name).slice(0, 2).join('') }) },
  { what: 'renamed', apply: () => ({ name: '欧阳鑫鑫' }) },
  { what: 'blank', apply: () => ({ name: '' }) },
  { what: 'the twin’s', apply: ({ twin }) => (twin === null ? null : { name: twin.name }) },
];

const named = (of: string, all: readonly Corruption[]): Corruption[] =>
  all.map((one) => ({ ...one, what: `${of}: ${one.what}` }));

/** Every single accident that the tests know, of the identity cell and of the name cell. */
export const CORRUPTIONS: readonly Corruption[] = [...named('ID', OF_ID), ...named('name', OF_NAME)];
