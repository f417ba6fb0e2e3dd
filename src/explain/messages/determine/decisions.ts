import type { MessageCatalogue } from '../catalogue.js';

/** What people decided, and why one of them was not used. */
export const DECISION_MESSAGES: MessageCatalogue = {
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
  'decision.role': {
    zh: '一项决定（{kind:decision}，“{of}”）的决定人不在规则所定的人员之列（{roles}），没有采用。',
    en: 'A decision {kind:decision} ("{of}") was taken by somebody whom the rules do not name for it ({roles}), so it was not used.',
  },
  'decision.reason': {
    zh: '一项决定（{kind:decision}，“{of}”）没有写明理由，而规则要求写明，没有采用。请补上。',
    en: 'A decision {kind:decision} ("{of}") gives no reason, which the rules ask for, so it was not used. Add it.',
  },
  'decision.paper': {
    zh: '一项决定（{kind:decision}，“{of}”）没有附材料，而规则要求附上，没有采用。请补上材料的名称或编号。',
    en: 'A decision {kind:decision} ("{of}") names no paper, which the rules ask for, so it was not used. Name the paper.',
  },
  'decision.range': {
    zh: '给“{of}”评的分数不能用：应在 {low} 至 {high} 分之间，以 {step} 分为最小单位。没有采用，请重新评定。',
    en: 'The points given for "{of}" cannot be used: they lie between {low} and {high} and go in steps of {step}. They were not used; judge again.',
  },
  'decision.value': {
    zh: '为“{of}”定的值不是它能取的值，没有采用。请按它的类型、选项和范围来写。',
    en: 'The value set for "{of}" is none that it can have, so it was not used. Keep to its type, options and range.',
  },
  'decision.unknownPart': {
    zh: '一项评分说的是“{part}”，规则里没有这样一个由人评定的项目，没有采用。请核对名称。',
    en: 'A decision gives points for "{part}", which is no part that the rules leave to a person, so it was not used. Check its name.',
  },
  'decision.unknownFigure': {
    zh: '一项决定要定“{figure}”的值，规则里没有这一项，或不允许由人来定，没有采用。请核对。',
    en: 'A decision sets "{figure}", which the rules do not know or do not let anybody set, so it was not used. Check its name.',
  },
  'decision.pointsConflict': {
    zh: '同一天给“{part}”评了两个不同的分数，无法取舍，按尚未评定处理。请由评定人说明以哪一个为准。',
    en: 'Two different numbers of points were given for "{part}" on one day, so it counts as not judged. Let those who judged say which stands.',
  },
  'decision.figureConflict': {
    zh: '同一天为“{figure}”定了两个不同的值，无法取舍，都没有采用。请由决定人说明以哪一个为准。',
    en: 'Two different values were set for "{figure}" on one day, and neither was used. Let those who decided say which stands.',
  },
};
