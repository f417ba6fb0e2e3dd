export { isDateFormat } from './date-format.js';
export { Grid, type MergedRange } from './grid.js';
export { type DateSystem, dateOfSerial, numberCell } from './stored-number.js';
