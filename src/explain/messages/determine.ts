import type { MessageCatalogue } from './catalogue.js';

/**
 * Findings about what was handed in for one student. A value that cannot be used counts as not known, never as 0 or
 * as no; each sentence says so.
 */
export const DETERMINE_MESSAGES: MessageCatalogue = {
  'student.key': {
    zh: '这一行没有可用的学生编号（key），无法认出是哪一名学生。请补上学籍号或其他固定编号。',
    en: 'This row has no usable key, so nobody can say which student it is. Give the student number or another lasting key.',
  },
  'student.enrolments': {
    zh: '这名学生的就读信息（enrolments）读不出来。请按学校、学段、就读形式逐条给出。',
    en: 'The enrolments of this student cannot be read. Give them as a list of school, stage and setting.',
  },
  'student.date': {
    zh: '就读的起止日期读不出来，按没有写处理。请写成 2025-09-01 这样的年-月-日。',
    en: 'A first or last day of study cannot be read and counts as not given. Write year-month-day, such as 2025-09-01.',
  },
  'student.unreadable': {
    zh: '这名学生的这一项所给的内容读不出来，没有用到，也没有据此作任何不利的判断。请核对格式。',
    en: 'This part of what was given for the student cannot be read. It was not used, and nothing was held against the student. Check its form.',
  },
  'category.unreadable': {
    zh: '有一条类别信息读不出是哪个类别，没有用到；未说明的类别都按“尚不清楚”处理。请核对。',
    en: 'An entry about categories does not say which one, so it was not used, and every category not named counts as not known. Check it.',
  },
  'category.conflict': {
    zh: '类别“{category}”既说属于又说不属于，按属于处理，不让学生吃亏。请核对两处来源。',
    en: 'The category "{category}" is said both to hold and not to hold; it counts as holding, so that no student loses by it. Check both sources.',
  },
  'decision.unreadable': {
    zh: '有一项决定缺少种类、决定人、日期、理由或内容，没有用到。请补全。',
    en: 'A decision lacks its kind, who took it, its date, its reason or its content, so it was not used. Complete it.',
  },
  'decision.tierConflict': {
    zh: '{on} 这一天有两项不同的等级认定，无法取舍，都没有采用。请由认定人员说明以哪一个为准。',
    en: 'Two different tiers were decided on {on}, and neither was followed. Let those who decided say which stands.',
  },
  'decision.vetoConflict': {
    zh: '对否决情形“{veto}”同一天有两项相反的决定，无法取舍，按尚未决定处理。请由决定人员说明以哪一个为准。',
    en: 'Two opposite decisions of one day are about the veto "{veto}", so it counts as not decided. Let those who decided say which stands.',
  },
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
  'category.unknown': {
    zh: '规则里没有这个类别，没有用到。请核对名称。',
    en: 'The rules know no such category, so it was not used. Check its name.',
  },
  'category.derived': {
    zh: '类别“{category}”由规则自己推出，不由名单或来文给出；所给的状态没有用到。',
    en: 'The category "{category}" follows from the rules themselves and is not handed in; the status given was not used.',
  },
  'decision.date': {
    zh: '一项决定（{kind:decision}）的日期读不出来，这项决定没有用到。请写成 2025-10-20 这样的年-月-日。',
    en: 'The date of a decision {kind:decision} cannot be read, so the decision was not used. Write year-month-day, such as 2025-10-20.',
  },
  'decision.notYetKnown': {
    zh: '一项决定（{kind:decision}）作于 {on}，晚于本次“当时所知”的截止日，没有用到。',
    en: 'A decision {kind:decision} was taken on {on}, after the day up to which things count as known, so it was not used.',
  },
  'decision.unknownFact': {
    zh: '一项情况核实说的是“{fact}”，规则里没有这一项，没有用到。请核对名称。',
    en: 'A decision states the fact "{fact}", which the rules do not know, so it was not used. Check its name.',
  },
  'decision.unknownTier': {
    zh: '一项等级认定写的是“{tier}”，规则里没有这个等级，没有用到。请核对名称。',
    en: 'A decision names the tier "{tier}", which the rules do not know, so it was not used. Check its name.',
  },
  'decision.unknownVeto': {
    zh: '一项决定说的是否决情形“{veto}”，规则里没有，没有用到。请核对名称。',
    en: 'A decision is about the veto "{veto}", which the rules do not know, so it was not used. Check its name.',
  },
  'decision.conflict': {
    zh: '{on} 这一天对“{fact}”有两个不同的核实结果，无法取舍，按“尚不清楚”处理。请由核实人员说明以哪一个为准。',
    en: 'Two decisions of {on} state "{fact}" differently, so it counts as not known. Let those who checked say which stands.',
  },
};
