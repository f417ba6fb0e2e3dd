import type { Issue } from '../../value/index.js';
import type { Cell, TableFile } from '../table.js';

/** What a column seems to hold, guessed from its header and its cells. A guess decides nothing: a person reads it. */
export const MEANINGS = [
  'residentId',
  'disabilityCertificate',
  'studentNumber',
  'schoolCode',
  'divisionCode',
  'name',
  'relation',
  'date',
  'money',
  'number',
  'flag',
  'option',
  'place',
  'serial',
  'private',
  'text',
  'empty',
] as const;
export type Meaning = (typeof MEANINGS)[number];

/** How the cells of an identity column read; counts only, never a digit. */
export interface IdentityProfile {
  readonly filled: number;
  readonly eighteen: number;
  readonly fifteen: number;
  readonly certificate: number;
  readonly studentNumber: number;
  /** Neither of the above. */
  readonly other: number;
  /** The checksum and the birth date are right. */
  readonly valid: number;
  /** 18 characters or more, with a wrong checksum or birth date. */
  readonly invalid: number;
  /** Number or formula cells, and digits in exponent form: the last digits are lost. */
  readonly damaged: number;
  /** How often each finding of the identifier reader occurs (`id.apostrophe`, `id.lowerX` …). */
  readonly findings: Readonly<Record<string, number>>;
}

export interface OptionCount {
  readonly text: string;
  readonly count: number;
}

export interface ColumnInspection {
  readonly letter: string;
  /** The text of the lowest header row, or of all of them joined by `/` (see `joined`); `''` where it is blank. */
  readonly header: string;
  /** Whether a job file can name the column by its header: not blank, and no other column has the same. */
  readonly unique: boolean;
  readonly filled: number;
  readonly blank: number;
  readonly kinds: Readonly<Partial<Record<Cell['kind'], number>>>;
  readonly meaning: Meaning;
  /** Of identity columns. */
  readonly identity?: IdentityProfile;
  /** Of flags and options with at most 12 values, most frequent first. Never of identity, name or free-text columns. */
  readonly options?: readonly OptionCount[];
  /** Texts in this column that usually mean “not known”. */
  readonly unknown: readonly string[];
  /** Numbers that carry thousands separators. */
  readonly thousands: number;
}

export type OddKind = 'title' | 'group' | 'blank' | 'total' | 'remark';

/** A row that is no person. `word` is the word of a fixed list that gave it away, never the cell. */
export interface OddRow {
  readonly row: number;
  readonly kind: OddKind;
  readonly word?: string;
}

/** One person of a household row: columns by letter. */
export interface PersonColumns {
  readonly name?: string;
  readonly id?: string;
  readonly relation?: string;
}

/** Columns by letter, and the sign between people; `\n` is a line break. */
export type Packed =
  | { readonly names: string; readonly ids: string; readonly separator: string }
  | { readonly people: string; readonly separator: string };

export interface SheetShape {
  readonly kind: 'persons' | 'households' | 'packed' | 'none';
  /** The person of the row, or the holder of its household. */
  readonly person: PersonColumns;
  readonly members: readonly PersonColumns[];
  readonly packed?: Packed;
  /** Columns that name the head of the household again in each row of it. */
  readonly heads?: readonly string[];
  /** Columns of people whom a list does not mean: carers, guardians, contacts. */
  readonly others: readonly string[];
}

export const ROLES = [
  'roster',
  'schools',
  'facts',
  'list',
  'comparison',
  'aidedBefore',
  'decisions',
] as const;
export type Role = (typeof ROLES)[number];

export interface SheetInspection {
  readonly name: string;
  readonly hidden: boolean;
  /** Physical rows up to the last that holds anything, and the widest of them. */
  readonly rows: number;
  readonly width: number;
  /** Physical rows of the header, groups above the names included; empty where none is recognised. */
  readonly header: readonly number[];
  /** The rows above the names tell columns of one name apart, and are part of their names. */
  readonly joined: boolean;
  readonly firstRow: number;
  /** Rows below the header that are neither blank nor odd. */
  readonly dataRows: number;
  readonly columns: readonly ColumnInspection[];
  readonly odd: readonly OddRow[];
  readonly shape: SheetShape;
  readonly role: Role | null;
  /** `YYYY-MM-DD` of a date in the rows above the header, where one stands there. */
  readonly dated?: string;
}

/** What `bulou inspect` says of one file: plain data, without anyone's name or digits. */
export interface Inspection {
  readonly file: string;
  /** False where the file gives no table; `issues` then says why. */
  readonly readable: boolean;
  readonly format?: TableFile['format'];
  readonly encoding?: NonNullable<TableFile['encoding']>;
  readonly sheets: readonly SheetInspection[];
  readonly issues: readonly Issue[];
}
