import { bareHeader, KNOWN_HEADERS } from '../read/index.js';
import type { Cell } from '../table.js';
import { NAME_LIKE } from '../words.js';

const KNOWN: ReadonlySet<string> = new Set(KNOWN_HEADERS);
/** An identity, student or telephone number; a date or a year that a header may well have is shorter. */
const NUMBER = /[0-9]{11}|^[0-9]\.[0-9]+E\+?[0-9]+$/i;

/** Whether a cell holds a number of somebody, which no column name does. */
export const holdsNumber = ({ text }: Cell): boolean => NUMBER.test(text.normalize('NFKC').trim());

/** Whether a column name may be said in a message. One that looks like somebody's name may be somebody's. */
export const sayable = (name: string): boolean =>
  name !== '' && (KNOWN.has(bareHeader(name)) || !NAME_LIKE.test(name));
