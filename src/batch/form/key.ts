import { digestBytes, type Json } from '../../value/index.js';

/** What a row of a form asks about. */
export type Subject = 'entry' | 'student' | 'fact';
const LETTERS: Readonly<Record<Subject, string>> = { entry: 'E', student: 'S', fact: 'F' };

/**
 * What binds an answer to its question: digests of content, never of a place, so that an answer still fits when rows
 * move. `about`: whom the question is about. `shown`: what the person saw of it; when that changes, the question is asked
 * again. Neither is a pseudonym: a digest of an ID can be found by trying.
 */
export interface RowKey {
  readonly subject: Subject;
  readonly about: string;
  readonly shown: string;
}

/** JSON writes a half of a surrogate pair as an escape, so that a damaged name has a key like any other. */
const short = (value: Json, digits: number): string =>
  digestBytes(new TextEncoder().encode(JSON.stringify(value))).slice(7, 7 + digits);

/** The key of a question. Lists in a fixed order, never objects whose members could stand in another. */
export function rowKey(subject: Subject, about: Json, shown: Json): RowKey {
  return { subject, about: short(about, 16), shown: short(shown, 8) };
}

/** `E-0123456789abcdef-01234567`. The letter in front keeps spreadsheets from taking it for a number. */
export const keyText = ({ subject, about, shown }: RowKey): string => `${LETTERS[subject]}-${about}-${shown}`;

const FORM = /^([ESF])-([0-9a-f]{16})-([0-9a-f]{8})$/;

/** The key in a cell, or `null` where there is none. */
export function readKey(cell: string): RowKey | null {
  const [, letter, about, shown] = FORM.exec(cell.trim()) ?? [];
  const subject = (Object.keys(LETTERS) as Subject[]).find((one) => LETTERS[one] === letter);
  if (subject === undefined || about === undefined || shown === undefined) return null;
  return { subject, about, shown };
}

/** Whom a question is about, whatever was shown. */
export const aboutText = ({ subject, about }: RowKey): string => `${LETTERS[subject]}-${about}`;
