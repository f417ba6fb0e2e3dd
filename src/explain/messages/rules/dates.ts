import type { MessageCatalogue } from '../catalogue.js';

/** Dates, spans of time, and what changes with them. */
export const DATE_MESSAGES: MessageCatalogue = {
  'rules.dateInFormula': {
    zh: '公式里的 - 是减号。日期请写 date(年, 月, 日)，例如 date(2024, 8, 1)。',
    en: 'In a formula "-" takes away. Write a date as date(year, month, day), such as date(2024, 8, 1).',
  },
  'rules.span': {
    zh: '{alone?“{alone}”是一段时间，只能加在日期上，或从日期里减去，例如 birth + 6 years。}{found?“{found}”不是一段时间。请写一个整数加单位，例如 60 days、6 months、2 years。}',
    en: '{alone?"{alone}" is a span of time, which can only be added to a date or taken from one, as in birth + 6 years.}{found?"{found}" is no span of time. Write a whole number with its unit, such as 60 days, 6 months or 2 years.}',
  },
  'rules.yearDay': {
    zh: '“{found}”不是每年都有的一天。请写成 03-01 这样的月-日，月和日都用两位数，不用 02-29。',
    en: '"{found}" is no day that every year has. Write month-day with two digits each, such as 03-01, and not 02-29.',
  },
  'rules.dayOfYear': {
    zh: '不是每一年都有 {month} 月 {day} 日这一天。date(年, 月, 日) 里的月和日要写成每年都有的固定数字。',
    en: 'Not every year has day {day} of month {month}. In date(year, month, day) the month and the day are plain whole numbers that every year has.',
  },
  'rules.dateRuleMissing': {
    zh: '这里用到月、年或周岁，却没有说明{rule:dateRule}，不同的人会算出不同的日子。请在文件开头的 dates 里写上 {rule}。',
    en: 'Months, years or ages are counted here, but nothing says {rule:dateRule}, so two people could arrive at different days. Write {rule} under dates in the head of the file.',
  },
  'rules.dateBeforeFirst': {
    zh: '这里可能问到第一个日期之前的情况{name?（“{name}”，最多早 {days} 天）}{date?（第一段从 {date} 起，而这里最早可能问到 {from}）}，那时按什么算没有写。请用 before 写明（一个值，或 unknown），或补上更早的日期。',
    en: 'A time before the first date can be asked for here{name? ("{name}", up to {days} days earlier)}{date? (the first one is {date}, and {from} can be asked for)}, and nothing says what held then. Say it with before (a value, or unknown), or add an earlier date.',
  },
  'rules.notDated': {
    zh: '“{name}”不按日期变化，后面不能接 at。请去掉 at；如果它确实随日期变化，请给它写上 dated。',
    en: '"{name}" does not change with dates, so "at" cannot follow it. Remove it; if "{name}" does change, give it its dates with dated.',
  },
};
