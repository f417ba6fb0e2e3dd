import { type Day, dayOf, yearsBetween } from './calendar.js';

/**
 * Identity cells, read anew from what the standards say: GB 11643 (18 characters, MOD 11-2), 15 digits of before 2000,
 * 全国学籍号 (G, J or L and 18 characters), disability certificates (an ID, class 1–7, level 1–4, and B1, B2 … from the
 * first reissue). Two ways: `sure` is what an automatic match may rest on after nothing but blanks, width, quotes and
 * capitals were set right; `possible` is everything that the cell may mean.
 */
export interface OwnKeys {
  readonly sure: readonly string[];
  readonly possible: readonly string[];
}

export interface OwnIdentity {
  /** Resident IDs and permits of 18 characters. */
  readonly ids: OwnKeys;
  /** The ID inside a G number. */
  readonly formerIds: OwnKeys;
  readonly numbers: OwnKeys;
  /** Birth dates that the numbers give. */
  readonly births: readonly Day[];
  /** The cell of the ID in capitals, digits and letters only: for cells of no known form. */
  readonly bare: string;
}

const OLDEST = 125;

/** Whether 18 characters are an ID: weights are the powers of 2 modulo 11, from the right. */
export function passesCheck(id: string): boolean {
  let sum = 0;
  for (const sign of id) sum = (sum * 2 + (sign === 'X' ? 10 : Number(sign))) % 11;
  return sum === 1;
}

const FORM = /^[0-9]{17}[0-9X]$/;
const NUMBER_FORM = /^[GJL][0-9]{17}[0-9X]$/;
const CERTIFICATE = /^([0-9]{17}[0-9X])[1-7][1-4](?:B[0-9])?$/;
const MEANINGLESS = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const QUOTES = /^['"`´‘’“”′]+|['"`´‘’“”′]+$/g;
const LIKE_X = /[×✕✖╳⨯ХΧⅩ*]$/u;
const LIKE_ZERO = /[OΟО〇○◯]/gu;
const LIKE_ONE = /[ILІ|丨]/gu;

/** The cell without blanks, width and quotes, in capitals. */
function plainly(cell: string): string {
  const narrow = cell
    .replace(MEANINGLESS, '')
    .replace(/[\u{FF01}-\u{FF5E}]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return narrow.replace(QUOTES, '').toUpperCase();
}

/** Every run of signs that could be a number, however it is dressed. */
function* dressed(text: string): Generator<string> {
  const signs = text.replace(/[-‐-―−_/.,·:：]/gu, '');
  yield signs;
  for (const one of [text, signs]) {
    const bare = one.replace(/^[^0-9GJLOIA-Z]+|[^0-9A-ZХΧⅩ×✕✖╳⨯*]+$/gu, '');
    const digits = bare.replace(LIKE_X, 'X').replace(LIKE_ZERO, '0');
    yield bare;
    yield digits.replace(LIKE_ONE, '1');
    // A student number keeps its letter; an ID may stand behind a label in letters.
    yield digits.slice(0, 1) + digits.slice(1).replace(LIKE_ONE, '1');
    yield bare.replace(/^[A-Z]+[^0-9]*/, '');
  }
}

function bornWell(id: string, asOf: Day): boolean {
  const born = dayOf(id.slice(6, 14));
  return born !== null && born <= asOf && yearsBetween(born, asOf) <= OLDEST;
}

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Reads the identity cell and the cell of the student number of one row. */
export function ownIdentity(
  cells: { readonly id: string; readonly studentNumber: string; readonly idNotText: boolean },
  asOf: Day,
): OwnIdentity {
  const bare = plainly(cells.id);
  const numberCell = plainly(cells.studentNumber);
  const [ids, sureIds, former, sureFormer]: string[][] = [[], [], [], []] as [
    string[],
    string[],
    string[],
    string[],
  ];
  const [numbers, sureNumbers]: string[][] = [[], []] as [string[], string[]];

  const number = (text: string, sure: boolean): void => {
    if (!NUMBER_FORM.test(text)) return;
    numbers.push(text);
    if (sure) sureNumbers.push(text);
    const inside = text.slice(1);
    if (!text.startsWith('G') || !passesCheck(inside) || dayOf(inside.slice(6, 14)) === null) return;
    former.push(inside);
    if (sure) sureFormer.push(inside);
  };
  number(numberCell, true);
  if (numberCell === '') number(bare, true);
  // A number of no known form may still be that of two rows.
  else if (!NUMBER_FORM.test(numberCell) && numberCell.length >= 8 && /[0-9]/.test(numberCell))
    numbers.push(numberCell);
  const id = (text: string, sure: boolean): void => {
    const inside = CERTIFICATE.exec(text)?.[1] ?? text;
    if (!FORM.test(inside)) return;
    ids.push(inside);
    const damaged = cells.idNotText || inside.endsWith('000');
    if (sure && !damaged && passesCheck(inside) && bornWell(inside, asOf)) sureIds.push(inside);
  };
  id(bare, true);
  for (const text of FORM.test(bare) || bare === '' ? [] : dressed(bare)) {
    id(text, false);
    number(text, false);
    if (/^[0-9]{15}$/.test(text) && dayOf(`19${text.slice(6, 12)}`) !== null) {
      const seventeen = `${text.slice(0, 6)}19${text.slice(6)}`;
      for (const check of '0123456789X') if (passesCheck(seventeen + check)) ids.push(seventeen + check);
    }
  }
  const births = [...ids, ...numbers.map((one) => one.slice(1))]
    .map((one) => dayOf(one.slice(6, 14)))
    .filter((day) => day !== null);
  return {
    ids: { sure: distinct(sureIds), possible: distinct(ids) },
    formerIds: { sure: distinct(sureFormer), possible: distinct(former) },
    numbers: { sure: distinct(sureNumbers), possible: distinct(numbers) },
    births: [...new Set(births)],
    bare: bare.replace(/[^0-9A-Z]/g, ''),
  };
}
