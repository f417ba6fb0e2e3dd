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
