type Sentence = { readonly zh: string; readonly en: string };

/** Words for findings of the prover, by code; `{name}` stands for a value, `{name? text}` for text only where it is there. */
export const CHECK_MESSAGES: Readonly<Record<string, Sentence>> = {
  'check.total': {
    zh: '有的学生在“{of}”上没有结果，或结果不合理：{before}。',
    en: 'Some student has no outcome for "{of}", or an impossible one: {before}.',
  },
  'check.total.do': {
    zh: '请写明这种情形下给多少；不该给的，写进适用条件。',
    en: 'Say what is given in that case; if nothing is, say so in the condition.',
  },
  'check.reachable': {
    zh: '没有任何学生能达到“{of}”（{kind}）。',
    en: 'No student at all can come to "{of}" ({kind}).',
  },
  'check.reachable.do': {
    zh: '请核对它的条件或分数线；确实不再用的，请删去。',
    en: 'Look at its condition or its line; if it is no longer meant, take it out.',
  },
  'check.rows': {
    zh: '“{of}”里的“{row}”永远用不上：前面各行已经全部接走，或者条件不可能成立。',
    en: 'In "{of}", "{row}" is never taken: the rows before it take everything, or it cannot hold.',
  },
  'check.rows.do': {
    zh: '请核对这一行与前面各行的界限。',
    en: 'Look at where this row and those before it end.',
  },
  'check.noGap': {
    zh: '表“{of}”对这样的学生没有数（文件里写的是 unknown）：情况全部清楚，仍然定不下来。',
    en: '"{of}" has no figure for a student such as this one (the file says unknown): all is known, and still nothing can be decided.',
  },
  'check.noGap.do': { zh: '请补上原文的数。', en: 'Put in the figure of the source.' },
  'check.floor': {
    zh: '“{of}”类的学生可能低于保底档次，落到“{before}”。',
    en: 'A student of "{of}" can end below its floor, at "{before}".',
  },
  'check.floor.do': {
    zh: '规则语言保证不低于保底：这是 bulou 的缺陷，请报告。',
    en: 'This is a defect of bulou, whose language lets no floor be undercut. Please report it.',
  },
  'check.membership': {
    zh: '多列入“{category}”，其余都不变，{aspect}反而更低：{before} → {after}。',
    en: 'Being on one more list, "{category}", with all else equal, lowers {aspect}: {before} → {after}.',
  },
  'check.membership.do': {
    zh: '上了名单不应吃亏，请改正所指之处。原文确实如此的，由负责人写进任务文件的 exceptions。',
    en: 'A list must not hurt: mend the place that is shown. If the source says so, somebody answers for it under exceptions in the job file.',
  },
  'check.union': {
    zh: '几张名单合在一起，可能还不如其中一张（由 [{finding}] 得出）。',
    en: 'Several lists together can give less than one of them (this follows from [{finding}]).',
  },
  'check.monotone': {
    zh: '“{fact}”更困难一步，其余都不变，{aspect}反而更低：{before} → {after}。',
    en: 'One step more hardship in "{fact}", with all else equal, lowers {aspect}: {before} → {after}.',
  },
  'check.monotone.do': {
    zh: '请核对所指之处的分值和条件；如果是轻重方向写反了，改“{fact}”的 worse。',
    en: 'Look at the points and conditions of the place that is shown; if the direction is the wrong way round, mend worse of "{fact}".',
  },
  'check.amountOrder': {
    zh: '“{programme}”：档次升到“{tier}”，金额反而更低：{before} → {after}。',
    en: '"{programme}" gives less to the higher tier, "{tier}": {before} → {after}.',
  },
  'check.amountOrder.do': { zh: '请核对这一档的金额。', en: 'Look at the amount of this tier.' },
  'check.sumOrder': {
    zh: '档次升到“{tier}”，其余都不变，可以同时享受的{aspect}合计反而更低：{before} → {after}。',
    en: 'With the higher tier, "{tier}", and all else equal, {aspect} in all is lower: {before} → {after}.',
  },
  'check.sumOrder.do': {
    zh: '请核对表中变少的项目：它的适用条件，或这一档的金额。',
    en: 'Look at the programme that gives less: its condition, or its amount at this tier.',
  },
  'check.cap': {
    zh: '“{of}”得 {before}，超过自己的上限 {most} 分：先封顶、后取整，取整又抬高了。',
    en: '"{of}" comes to {before}, above its own cap of {most}: it is capped first and rounded after.',
  },
  'check.cap.do': {
    zh: '请让上限与取整的单位一致，或改为向零取整（toward_zero）。',
    en: 'Choose a cap that the rounding leaves alone, or round toward zero (toward_zero).',
  },
  'check.countedOnce': {
    zh: '名单“{list}”上的同一行{row?（{row}）}既算“{first}”又算“{second}”，两处都加分。',
    en: 'One row of the list "{list}"{row? ({row})} counts as "{first}" and as "{second}", and both are added.',
  },
  'check.countedOnce.do': {
    zh: '只应计一次的，请改用 best（取最高），或改写名单的 row。',
    en: 'If it is to count once, take the best, or part the rows.',
  },
  'check.dominated': {
    zh: '“{of}”里第 {first} 种情形一成立，第 {second} 种也必然成立，两处都加分。',
    en: 'In "{of}", whenever case {first} holds case {second} holds too, and both are added.',
  },
  'check.dominated.do': {
    zh: '只应计较重的一种的，请改用 best_of；确是累加的，不必改。',
    en: 'If only the stronger is to count, use best_of; if they are meant to add up, leave it.',
  },
  'check.addedTwice': {
    zh: '名单“{list}”上的同一行{row?（{row}）}使“{first}”和“{second}”都加分：{before} → {after}。',
    en: 'One row of the list "{list}"{row? ({row})} raises both "{first}" and "{second}": {before} → {after}.',
  },
  'check.addedTwice.do': {
    zh: '同一件事只应计一次的，请放进同一部分取最高；确应分别计分的，不必改。',
    en: 'If it is to count once, put both into one part that takes the best; if they are meant to add up, leave it.',
  },
  'check.neighbours': {
    zh: '表“{of}”中“{row}”一格的 {figure} 与相邻的数不成规律（前面是 {before}，后面是 {after}），像是笔误。',
    en: 'In "{of}", {figure} at "{row}" breaks the pattern of its neighbours ({before} before, {after} after) and looks like a slip.',
  },
  'check.neighbours.do': { zh: '请对照原文。', en: 'Hold it against the source.' },
  'check.protected': {
    zh: '“{fact}”属于受法律保护或与户籍有关的属性，会影响结果，却没有写明依据。',
    en: '"{fact}" is an attribute that law protects, or a registration. It reaches the outcome, and no ground is stated.',
  },
  'check.protected.do': {
    zh: '请在 protected 里写明出处，或者不再使用。',
    en: 'Name the source under protected, or do not use it.',
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
  'check.totalByReader': {
    zh: '由规则语言保证：最后一档之下还有“未达到”，可能缺失或为负的金额读取时就会被拒',
    en: 'by construction: below the last tier lies one more, and an amount that could be missing or below 0 is refused when read',
  },
  'check.floorByConstruction': {
    zh: '由规则语言保证：档次取得分与保底中较高的一个，否决遇到保底必须让步或交人决定',
    en: 'by construction: the tier is the best of score and floors, and a veto yields to a floor or goes to a person',
  },
  'check.capByConstruction': {
    zh: '由规则语言保证：计分时一定先封顶',
    en: 'by construction: points are always cut at the cap',
  },
  'check.overCap': {
    zh: '上限 {most} 分，取整之后更高',
    en: 'the cap is {most}, and rounding goes above it',
  },
  'check.noValue': { zh: '规则文件没有这个数：{of}', en: 'the file has no value: {of}' },
  'check.byMembership': { zh: '由每张名单都不使人吃亏得出', en: 'it follows from every list by itself' },
  'check.byTakingOne': { zh: '只取其一（{take}）', en: 'only one is taken ({take})' },
  'check.never': { zh: '对任何学生都不成立', en: 'it holds for no student' },
  'check.rowNever': { zh: '“{row}”永远轮不到', en: '"{row}" is never taken' },
  'check.countsTwice': {
    zh: '名单“{list}”的同一行（{row}）算作“{first}”和“{second}”',
    en: 'one row of "{list}" ({row}) is both "{first}" and "{second}"',
  },
  'check.addsDominated': {
    zh: '第 {first} 种情形成立时，第 {second} 种也必然成立',
    en: 'whenever case {first} holds, case {second} does too',
  },
  'check.addsTwice': {
    zh: '名单“{list}”的同一行使“{first}”和“{second}”都加分',
    en: 'one row of "{list}" raises both "{first}" and "{second}"',
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
  'check.cliffsOpen': {
    zh: '台阶没有找全：“{fact}”对“{of}”的情形太多',
    en: 'there may be more cliffs: too many cases of "{fact}" for "{of}"',
  },
  'check.moreCliffs': {
    zh: '台阶只列 {most} 处：“{fact}”对“{of}”还有更多',
    en: 'only {most} cliffs of "{fact}" for "{of}" are listed; there are more',
  },
  'check.otherDays': {
    zh: '规则从认定之日起算时间；其余日期未逐日证明',
    en: 'rules count from the day of the determination; other days were not gone through',
  },
};

/** What a finding can be about, in words. */
export const CHECK_WORDS: Readonly<Record<string, Sentence>> = {
  tier: { zh: '档次', en: 'the tier' },
  'per year': { zh: '每学年', en: 'a school year' },
  'per semester': { zh: '每学期', en: 'a semester' },
  'per month': { zh: '每月', en: 'a month' },
  'per event': { zh: '每次', en: 'each time' },
  score: { zh: '得分', en: 'the score' },
  money: { zh: '资助金额', en: 'the money' },
  loan: { zh: '可贷金额', en: 'the loan' },
  stage: { zh: '学段', en: 'Stage' },
  setting: { zh: '就读形式', en: 'Setting' },
  grade: { zh: '年级', en: 'Grade' },
  boarder: { zh: '住校', en: 'Boards' },
  programme: { zh: '项目', en: 'programme' },
  category: { zh: '类别', en: 'category' },
  veto: { zh: '否决', en: 'veto' },
};
