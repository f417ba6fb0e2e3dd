type Sentence = { readonly zh: string; readonly en: string };

/** Words for findings of the prover, by code; `{name}` stands for a value, `{name? text}` for text only where it is there. */
export const CHECK_MESSAGES: Readonly<Record<string, Sentence>> = {
  'check.total': {
    zh: '有的学生在“{of}”上得不到结果，或得到不合理的结果（{before}）。请补上遗漏的情形。',
    en: 'Some student gets no outcome of "{of}", or an impossible one ({before}). Say what holds in that case.',
  },
  'check.reachable': {
    zh: '“{of}”（{kind}）没有任何学生能达到。请核对条件和档次线。',
    en: 'No student at all can come to "{of}" ({kind}). Look at its condition or its line.',
  },
  'check.rows': {
    zh: '“{of}”的“{row}”一行永远轮不到：前面的行已经全部接走，或条件不可能成立。',
    en: 'The row "{row}" of "{of}" is never taken: the rows before it take everything, or it cannot hold.',
  },
  'check.noGap': { zh: '有遗漏或重叠。', en: 'There is a gap or an overlap.' },
  'check.floor': {
    zh: '属于“{of}”的学生可以低于它的保底档次，落到 {before}。',
    en: 'A student of "{of}" can end below its floor, at {before}.',
  },
  'check.membership': {
    zh: '多列入“{category}”一类，{aspect}反而变少：{before} → {after}。上了名单不应吃亏。',
    en: 'Being of one more category, "{category}", lowers {aspect}: {before} → {after}. A list must not hurt.',
  },
  'check.union': {
    zh: '几张名单合在一起，可能不如其中一张：由“{finding}”得出。',
    en: 'Several lists together can give less than one of them: this follows from "{finding}".',
  },
  'check.monotone': {
    zh: '“{fact}”更困难一步，其余不变，{aspect}反而变少：{before} → {after}。请核对分值和条件，或核对 worse 的方向。',
    en: 'One step more hardship in "{fact}", all else equal, lowers {aspect}: {before} → {after}. Look at its points and conditions, or at its direction (worse).',
  },
  'check.amountOrder': {
    zh: '项目“{programme}”对更高的一档“{tier}”反而给得少：{before} → {after}（分）。',
    en: 'The programme "{programme}" gives less to the higher tier "{tier}": {before} → {after}, in minor units.',
  },
  'check.sumOrder': {
    zh: '其余不变而档次升到“{tier}”，可以同时得到的{aspect}反而变少：{before} → {after}。',
    en: 'With the higher tier "{tier}" and all else equal, {aspect} together is less: {before} → {after}.',
  },
  'check.cap': { zh: '“{of}”可以超过自己的上限。', en: '"{of}" can exceed its own cap.' },
  'check.countedOnce': {
    zh: '名单“{list}”上的同一行（{row}）同时算作“{first}”和“{second}”，得分加了两次。请改用 best，或改写 row。',
    en: 'One row of the list "{list}" ({row}) counts as "{first}" and as "{second}", and both points are added. Take the best, or part the rows.',
  },
  'check.neighbours': {
    zh: '表里的 {figure} 与相邻的数（前 {before}，后 {after}）不成规律，像是笔误。请对照原文。',
    en: '{figure} in this table breaks the pattern of its neighbours ({before} before, {after} after) and looks like a slip. Hold it against the source.',
  },
  'check.protected': {
    zh: '“{fact}”是受法律保护或与户籍有关的属性，它影响结果，却没有写明依据。请用 protected 写明出处，或不再使用。',
    en: '"{fact}" is an attribute that law protects, or a registration. It reaches the outcome, and no ground is stated. Name the source under protected, or do not use it.',
  },
  'check.notProved': { zh: '未能证明：{finding}。', en: 'Not proved: {finding}.' },
  'check.tooManyCases': {
    zh: '情形太多，看了 {most} 种仍未看完{node?（停在“{node}”）}',
    en: 'too many cases: {most} were gone through{node? (it stopped at "{node}")}',
  },
  'check.restsOnUnknown': {
    zh: '取决于规则文件没有的值{cell?：{cell}}',
    en: 'it rests on a value that the file does not have{cell?: {cell}}',
  },
  'check.witnessDidNotReplay': {
    zh: '找到的学生没有重现（这是 bulou 的缺陷，请报告）',
    en: 'the student that was found did not show it (a defect of bulou: please report it)',
  },
  'check.followsFrom': { zh: '由“{finding}”得出', en: 'it follows from "{finding}"' },
  'check.bySums': { zh: '由可能的得分之和证明', en: 'by the sums of points that can be reached' },
  'check.byReader': {
    zh: '读取时已经保证（分段 {bands} 处，选项 {options} 处，表 {tables} 个）',
    en: 'settled when the file was read (bands {bands}, options {options}, tables {tables})',
  },
  'check.byMembership': { zh: '由每张名单都不使人吃亏得出', en: 'it follows from every list by itself' },
  'check.byTakingOne': { zh: '只取其一（{take}）', en: 'only one is taken ({take})' },
  'check.never': { zh: '对任何学生都不成立', en: 'it holds for no student' },
  'check.rowNever': { zh: '“{row}”永远轮不到', en: '"{row}" is never taken' },
  'check.countsTwice': {
    zh: '名单“{list}”的同一行（{row}）算作“{first}”和“{second}”',
    en: 'one row of "{list}" ({row}) is both "{first}" and "{second}"',
  },
  'check.oddFigure': {
    zh: '{figure} 与前面的 {before}、后面的 {after} 不成规律',
    en: '{figure} does not fit {before} before and {after} after it',
  },
  'check.noGround': { zh: '“{fact}”没有写明依据', en: 'no ground is stated for "{fact}"' },
  'check.groundStated': { zh: '依据：{source}', en: 'ground: {source}' },
  'check.unstatedAmounts': {
    zh: '没有写金额的项目，不断言钱数：{of}',
    en: 'amounts are not stated, so nothing is said of their money: {of}',
  },
  'check.outputsHaveNoOrder': {
    zh: '以输出量结束的方案，输出量没有高低之分：{of}',
    en: 'the scheme ends in outputs, which have no better and worse: {of}',
  },
  'check.otherDays': {
    zh: '规则从认定之日起算时间；其余日期未逐日证明',
    en: 'rules count from the day of the determination; other days were not gone through',
  },
};

/** What a finding can be about, in words. */
export const CHECK_WORDS: Readonly<Record<string, Sentence>> = {
  tier: { zh: '档次', en: 'the tier' },
  score: { zh: '得分', en: 'the score' },
  money: { zh: '资助金额', en: 'the money' },
  loan: { zh: '可贷金额', en: 'the loan' },
  programme: { zh: '项目', en: 'programme' },
  category: { zh: '类别', en: 'category' },
  veto: { zh: '否决', en: 'veto' },
};
