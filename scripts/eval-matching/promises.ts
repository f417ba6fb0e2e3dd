/** Of a thousand rows with two errors, so many at least have the true student in the list. */
export const PROMISED: Readonly<Record<string, number>> = {
  'losslessId+name': 1000,
  'lossyId+losslessName': 1000,
  'oneEdit+name': 999,
  'monthDay+name': 999,
  'fifteenDigits+name': 990,
  'jump+name': 950,
  'twoEdits+name': 950,
};

/** The other groups, and why nobody can promise that the child is shown. They are counted all the same. */
export const NOT_PROMISED: Readonly<Record<string, string>> = {
  'sixDigits+name': 'six digits are a division, where many have a name that is near',
  'wrongId+name': 'the ID speaks for another, the name for somebody who may not exist',
  'blankId+name': 'nothing but a damaged name is left',
  'lossyId+noName': 'nothing but a damaged ID is left; it is found by its neighbours only',
  'wrongId+noName': 'nothing is left that is of the child',
  'blankId+noName': 'nothing is left that is of the child',
  nothing: 'the row is blank',
};

/**
 * Of a thousand rows in review with a single error, the right student is first in so many at least, and held open in so
 * many: where the row has an ID of the child, whole or in part.
 */
export const FIRST = 995;
export const OPEN = 990;

/** The single errors after which nobody can promise who comes first, and why. Held open is the child all the same. */
export const FIRST_NOT_PROMISED: Readonly<Record<string, string>> = {
  excelScientific6: 'six digits are a division: of two namesakes there either may be meant',
  idBlank: 'there is no ID: of two namesakes either may be meant',
  idOfSibling: 'where the sibling is not in the roster, nothing tells whose ID it is',
  idUnrelated: 'the ID is another child’s, the name is one’s own: each of the two is named by one cell',
};

/** Of a hundred rows of a whole city, so many at most are for a person. */
export const MOST_REVIEWED = 15;
/** Candidates shown, of 95 in 100 rows in review. */
export const MOST_SHOWN = 10;
/** For a thousand rows of a whole city, so many students at most are held open by rows that are not about them. */
export const MOST_OTHERS_HELD = 50;
/** Without an ID and with a damaged name, so many of a thousand are found by the area or the school of the row. */
export const FOUND_BY_PLACE = 900;
