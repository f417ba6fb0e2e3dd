/**
 * Format numbers that a workbook need not spell out and that show a day: the Western ones (ECMA-376 part 1, 18.8.30)
 * and the East Asian ones, in which Chinese offices write `yyyy年m月d日`. 18 to 21 and 45 to 47 show a time alone.
 */
const BUILT_IN = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** Whether a number format code shows a day: it has a year or a day, or a month that is not the minute of a time. */
function showsDay(code: string): boolean {
  const plain = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p/gi, '');
  return /[yde]/i.test(plain.replace(/[0#?]e[+-]/gi, '')) || (/m/i.test(plain) && !/[hs]/i.test(plain));
}

/** Whether a cell of this number format holds a date. A code that the workbook gives goes before the built-in one. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  return code === undefined ? BUILT_IN.has(id) : showsDay(code);
}
