import type { MessageCatalogue } from '../catalogue.js';

/** Facts, and what was given in place of computing. A value that cannot be used counts as not known. */
export const FACT_MESSAGES: MessageCatalogue = {
  'fact.unknown': {
    zh: '规则里没有这一项情况，没有用到。请核对名称。',
    en: 'The rules know no such fact, so it was not used. Check its name.',
  },
  'fact.type': {
    zh: '“{fact}”应当是{needed:type}，所给的值读不出来，按“尚不清楚”处理。请核对。',
    en: '"{fact}" should be {needed:type}; the value given cannot be read and counts as not known. Check it.',
  },
  'fact.float': {
    zh: '“{fact}”的数不能精确读取，按“尚不清楚”处理。请以文字给出小数，例如 "12500.50"。',
    en: 'The number of "{fact}" cannot be read exactly and counts as not known. Give decimals as text, such as "12500.50".',
  },
  'fact.option': {
    zh: '“{fact}”的值不在可选之列，按“尚不清楚”处理。可选：{options}。',
    en: 'The value of "{fact}" is none of its options and counts as not known. There are: {options}.',
  },
  'fact.outOfRange': {
    zh: '“{fact}”超出了规则所写的范围（{low} 至 {high}），按“尚不清楚”处理。请核对数值和单位（例如元与万元）。',
    en: '"{fact}" lies outside the range of the rules ({low} to {high}) and counts as not known. Check the figure and its unit.',
  },
  'fact.offGrid': {
    zh: '“{fact}”应当以 {step} 为最小单位，所给的值更细，按“尚不清楚”处理。请核对。',
    en: '"{fact}" goes in steps of {step}; the value given is finer and counts as not known. Check it.',
  },
  'fact.date': {
    zh: '“{fact}”不是可用的日期{low?（应在 {low} 至 {high} 之间）}，按“尚不清楚”处理。请写成 2025-09-01 这样的年-月-日，并核对年份。',
    en: '"{fact}" is no date that can be used{low? (it lies between {low} and {high})} and counts as not known. Write year-month-day, such as 2025-09-01, and check the year.',
  },
  'fact.afterAsOf': {
    zh: '“{fact}”发生在认定日期之后，不能据此往回算，按“尚不清楚”处理。请核对日期。',
    en: '"{fact}" lies after the day of the determination, so no time has passed since; it counts as not known. Check the date.',
  },
  'fact.conflict': {
    zh: '“{fact}”里有的选项既说有又说没有，这些选项按“尚不清楚”处理。请核对。',
    en: 'Some options of "{fact}" are said both to hold and not to; those count as not known. Check them.',
  },
  'fact.role': {
    zh: '“{fact}”只能由{roles}认定并留下记录，这里直接填报的值没有用到，按“尚不清楚”处理。',
    en: '"{fact}" can only be stated by {roles}, on record; the value handed in was not used and counts as not known.',
  },
  'fact.people': {
    zh: '“{fact}”的人员名单不能用：{what:people}（应有 {least} 至 {most} 人），按“尚不清楚”处理。请核对。',
    en: 'The people of "{fact}" cannot be used: {what:people} (there are {least} to {most} of them). What is unclear counts as not known. Check them.',
  },
  'fact.notApplicable': {
    zh: '按规则，在这名学生的情况下没有“{fact}”这一项，所给的值没有用到。请核对，看是这一项填错了，还是它所依据的情况填错了。',
    en: 'By the rules "{fact}" does not exist in the circumstances of this student, so the value was not used. Check whether it is wrong, or what it depends on.',
  },
  'evidence.missing': {
    zh: '“{fact}”要凭材料才能采信（{papers}），还没有出示有效的材料，所填的值没有用到，按“尚不清楚”处理。请出示。',
    en: '"{fact}" counts only with a paper ({papers}), and none that is valid was shown; the value was not used and counts as not known. Show one.',
  },
  'evidence.noted': {
    zh: '“{of}”还没有出示有效的材料（{papers}）。已先按所说的计算，请补齐材料。',
    en: 'No valid paper was shown for "{of}" ({papers}). It was counted as said; obtain the paper.',
  },
  'paper.unknown': {
    zh: '规则里没有“{paper}”这种材料，没有用到。请核对名称。',
    en: 'The rules know no paper "{paper}", so it was not used. Check its name.',
  },
  'paper.date': {
    zh: '材料“{paper}”的出具日期读不出来，没有用到。请写成 2025-09-01 这样的年-月-日。',
    en: 'The day on which the paper "{paper}" was issued cannot be read, so it was not used. Write year-month-day, such as 2025-09-01.',
  },
  'given.unknown': {
    zh: '规则里没有可以这样直接给定的数，没有用到。可以给定的有：计算量、score 下的各项、score、score_tier 和 tier。请核对名称。',
    en: 'The rules have nothing of this name that can be given, so it was not used. What can be given: figures, parts such as score.family, score, score_tier and tier. Check its name.',
  },
  'given.type': {
    zh: '直接给定的“{given}”应当是{needed?{needed:type}}{options?下列之一：{options}}，所给的值读不出来，没有用到。',
    en: 'What was given for "{given}" should be {needed?{needed:type}}{options?one of: {options}}; it cannot be read and was not used.',
  },
  'given.outOfRange': {
    zh: '直接给定的“{given}”不在按规则可能的范围内{low?（{low} 至 {high}）}，没有用到。请核对；确要允许，请在规则文件里用 range 放宽。',
    en: 'What was given for "{given}" is nothing that the rules could come to{low? ({low} to {high})}, so it was not used. Check it; to allow it, widen its range in the rule file.',
  },
  'given.places': {
    zh: '直接给定的“{given}”小数位数太多{places?（最多 {places} 位）}{step?（最小单位 {step}）}，按规则不会算出这样的数，没有用到。',
    en: 'What was given for "{given}" has more decimals than the rules could come to{places? ({places} at most)}{step? (steps of {step})}, so it was not used.',
  },
};
