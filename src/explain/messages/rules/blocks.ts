import type { MessageCatalogue } from '../catalogue.js';

/** What the blocks of a rule file say: facts, figures, score, tiers, categories, programmes. */
export const BLOCK_MESSAGES: MessageCatalogue = {
  'rules.untilBeforeFrom': {
    zh: '版本的截止日 {until} 早于生效日 {from}，这样哪一天都不适用。请改正其中一个日期。',
    en: 'The edition ends on {until}, before it begins on {from}, so that it is in force on no day. Correct one of the dates.',
  },
  'rules.rangeEmpty': {
    zh: '范围的下限 {low} 大于上限 {high}。请把小的写在前面。',
    en: 'The range begins at {low} and ends at {high}. Write the smaller one first.',
  },
  'rules.stepMisfits': {
    zh: '步长 {step} 必须大于 0，而且从下限起能恰好走到上限。',
    en: 'The step {step} must be above 0 and lead from the low end of the range exactly to the high end.',
  },
  'rules.assumeMisfits': {
    zh: '假定的值“{value}”不是这个事实能取的值。请按它的类型、选项、范围和步长来写。',
    en: 'The assumed value "{value}" is none that this fact can have. Keep to its type, options, range and step.',
  },
  'rules.noPointsNotAllowed': {
    zh: '事实“{fact}”不能写 no_points，因为 {where} 用到它，而那里不是单纯的加分：不知道它时按 0 计，可能使学生吃亏。请改用 ask。',
    en: 'The fact "{fact}" cannot be no_points, because {where} reads it and does more than add points: counting 0 while it is unknown could hurt a student. Use ask.',
  },
  'rules.optionsNotTotal': {
    zh: '“{choice}”还有选项没有写到：{missing}。请逐一写上，或写 otherwise。',
    en: 'Some options of "{choice}" are not said: {missing}. Say each, or add otherwise.',
  },
  'rules.rowsNotTotal': {
    zh: '还缺少这一行：{missing}。请补上{rest?，或写 {rest}}。',
    en: 'There is no row for: {missing}. Add it{rest?, or say {rest}}.',
  },
  'rules.tableShape': {
    zh: '这一行的层数与 keys 不符；这个表有 {keys} 个键，每一格就要写 {keys} 层。',
    en: 'This row nests differently from keys: the table has {keys} key(s), so each cell stands {keys} level(s) deep.',
  },
  'rules.cutsNotIncreasing': {
    zh: '分段的界限没有依次排列：{cut} 接在 {before} 之后。请按次序写，每个界限只写一次。',
    en: 'The cuts do not follow one another: {cut} comes after {before}. Write them in order, each once.',
  },
  'rules.boundsCrossed': {
    zh: '下限 at_least {at_least} 大于上限 at_most {at_most}。',
    en: 'at_least {at_least} lies above at_most {at_most}.',
  },
  'rules.emptySection': {
    zh: 'parts 里一项也没有。请至少写一项。',
    en: 'parts holds nothing. Give at least one part.',
  },
  'rules.tiersNotFalling': {
    zh: '等级要从资助最多的写起，分数线逐级降低；“{tier}”的 {from} 没有低于上一级的 {above}。',
    en: 'Tiers are written from the most aid downwards, each with a lower score; "{tier}" from {from} is not below {above} of the one before.',
  },
  'rules.categoryWithoutGround': {
    zh: '类别“{category}”既没有 list 也没有 when，无从知道谁属于它。请至少写一个。',
    en: 'The category "{category}" has neither list nor when, so nobody can know who belongs to it. Give at least one.',
  },
  'rules.rowWithoutList': {
    zh: '类别“{category}”写了 row，却没有 list。row 看的是名单里的行，请写上 list。',
    en: 'The category "{category}" has row but no list. A row looks at the entries of a list; name the list.',
  },
  'rules.amountUnit': {
    zh: '金额用的是{found:unit}，与发放周期（{per:period}）不合。周期为 event 时金额用币种（如 CNY），否则用币种加周期（如 CNY/year）。',
    en: 'The amount is given as {found:unit}, which does not fit {per:period}. With per: event an amount is in a currency such as CNY, else in a currency per time such as CNY/year.',
  },
  'rules.amountNegative': {
    zh: '按所写的范围，这个金额可能小于 0。请改写，例如用 max(0, …)。',
    en: 'By the declared ranges this amount could be below 0. Write it so that it cannot, such as with max(0, …).',
  },
  'rules.otherwiseLast': {
    zh: 'first 要以 otherwise 结尾，而且 otherwise 只能写一次、写在最后：前面的条件都不符合时就按它算。',
    en: 'first ends with otherwise, once and last: it is what holds where no condition before it does.',
  },
  'rules.tiersMixed': {
    zh: '等级“{tier}”的写法与别的等级不合。各等级要么都写 from（分数线），要么都写 when（条件），要么都不写而由 of 的公式给出。',
    en: 'The tier "{tier}" is written in another way than the others. Either all tiers have from (a score), or all have when (a condition), or none has either and a formula behind of gives them.',
  },
  'rules.notATier': {
    zh: '这个公式给出的是“{choice}”的选项，其中“{option}”不是等级。{near?是否想写“{near}”？}等级有：{tiers}。请使选项都是等级的 id。',
    en: 'This formula gives options of "{choice}", and "{option}" among them is no tier. {near?Did you mean "{near}"? }The tiers are: {tiers}. Every option must be the id of a tier.',
  },
  'rules.withoutScore': {
    zh: '等级写的是分数线 from，文件里却没有 score。请写上 score，或改用 when 写条件。',
    en: 'The tiers are lines of points (from), and the file has no score. Write score, or say the tiers by conditions with when.',
  },
  'rules.withoutTiers': {
    zh: '这里用到等级，文件里却没有 tiers。请写上 tiers，或删去这一处。',
    en: 'A tier is used here, and the file has no tiers. Write tiers, or remove this.',
  },
  'rules.withoutEnd': {
    zh: '这个文件什么也没有定：既没有等级，也没有资助项目和结果。请至少写 tiers、programmes、outputs 中的一种。',
    en: 'This file decides nothing: it has no tiers, no programmes and no outputs. Write at least one of them.',
  },
  'rules.zeroScoreMisfits': {
    zh: 'zero_score 使得分记为 0，只能用于按分数线（from）定等级的办法。请改用 not_recognised，或 cap 加等级。',
    en: 'zero_score makes the score 0, which means something only where tiers are lines of points (from). Use not_recognised, or cap with a tier.',
  },
  'rules.unknownPart': {
    zh: '没有叫“{part}”的得分项。{near?是否想写“{near}”？}路径从 score 的 parts 往下写，以点相连，例如 family.rural。',
    en: 'The score has no part "{part}". {near?Did you mean "{near}"? }A path goes down from parts of score, joined by dots, such as family.rural.',
  },
  'rules.partTwice': {
    zh: '“{part}”和“{other}”是同一项，或一项在另一项之内，分数会被算两次。请只留一个。',
    en: '"{part}" and "{other}" are the same part, or one lies inside the other, so points would count twice. Keep one.',
  },
  'rules.categoryWithoutPoints': {
    zh: '这里按类别计分，却没有可计的分{category?（“{category}”没有写 points）}。请给类别写上 points，或用 only 只列有分的类别。',
    en: 'Points of categories are counted here, and there are none to count{category? ("{category}" has no points)}. Give categories their points, or name with only those that have them.',
  },
};
