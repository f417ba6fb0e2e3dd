import type { MessageCatalogue } from './catalogue.js';

/** Findings of compiling an edition, and of looking at list rows with it. */
export const PLAN_MESSAGES: MessageCatalogue = {
  'plan.date': {
    zh: '“{name}”不是日期：“{found}”。请写成 2025-10-15 这样的年-月-日。',
    en: '"{name}" is not a date: "{found}". Write year-month-day, such as 2025-10-15.',
  },
  'plan.notInForce': {
    zh: '这个版本自 {from} 起施行{until?，至 {until} 止}，{published} 公布；在 {asOf} 没有施行，或在 {knownAt} 还没有公布。请换用当时有效的版本，或核对日期。',
    en: 'This edition is in force from {from}{until? until {until}} and was published on {published}; it was not in force on {asOf}, or not yet published on {knownAt}. Use the edition of that time, or check the dates.',
  },
  'plan.periodStart': {
    zh: '规则里用到本学期的第一天（period_start），却没有说明是哪一天。请写明：任务文件里写 period_start，程序里给 periodStart。',
    en: 'The rules ask for the first day of the period (period_start), and nobody says it. Say it: period_start in the job file, periodStart in a program.',
  },
  'list.unknown': {
    zh: '规则里没有叫“{list}”的部门名单。请核对名单的名称。',
    en: 'The rules know no department list "{list}". Check the name of the list.',
  },
  'list.unknownAttribute': {
    zh: '名单“{list}”没有“{attribute}”这一属性，它的内容没有用到。请核对对应关系。',
    en: 'The list "{list}" has no attribute "{attribute}", so its cells were not used. Check the mapping.',
  },
  'list.unknownLabel': {
    zh: '名单“{list}”的“{attribute}”里有规则不认识的说法，该行按“尚不清楚”处理。请在任务文件里写明它是什么意思。',
    en: 'A cell of "{attribute}" in the list "{list}" says something the rules do not know; the row counts as not clear. State in the job file what it means.',
  },
};
