/** What each check goes through, and the sentences of its findings. */
export const VERIFY_MESSAGES = {
  'verify.check.digests': {
    zh: '文件的摘要与清单、封条相符',
    en: 'files are those of the manifest and the seal',
  },
  'verify.check.form': { zh: '每个文件、每一行都读得出', en: 'every file and line can be read' },
  'verify.check.rows': {
    zh: '比对前数出的每一行都在台账里',
    en: 'every row counted before matching is in the ledger',
  },
  'verify.check.roster': {
    zh: '名册每一行、每名学生各有一个结果',
    en: 'every roster row and every student has one outcome',
  },
  'verify.check.entries': {
    zh: '名单上读到的每个人都在台账里',
    en: 'every person read from the lists is in the ledger',
  },
  'verify.check.matches': {
    zh: '另一套程序重新比对，结论一致',
    en: 'a second matcher comes to the same matches',
  },
  'verify.check.repeats': {
    zh: '重复登记各有所指，一人只算一次',
    en: 'repeats name what they repeat, nobody counts twice',
  },
  'verify.check.leftOut': { zh: '排除在外的都有依据', en: 'who is left out is left out with proof' },
  'verify.check.nearMisses': {
    zh: '排除在外的人里没有与在校生相近而无人看过的',
    en: 'nobody near a student was closed without a person',
  },
  'verify.check.categories': {
    zh: '名单上的身份都落到学生',
    en: 'every category of the lists reaches its student',
  },
  'verify.check.floors': { zh: '名单学生都不低于保底档次', en: 'no listed student is below the floor' },
  'verify.check.summary': { zh: '汇总的数字重新数过', en: 'the figures of the summary, counted anew' },

  'verify.missing': { zh: '缺少文件 {file}', en: 'The file {file} is missing' },
  'verify.digest': {
    zh: '内容与封存时不同，文件可能被改动或损坏',
    en: 'The content is not what was sealed: the file was changed or damaged',
  },
  'verify.notListed': {
    zh: '清单里没有这个文件，是后来放进去的',
    en: 'The manifest does not know this file: it was put there later',
  },
  'verify.line': { zh: '这一行读不出记录', en: 'This line is no record' },
  'verify.count': {
    zh: '{what} 写的是 {stated}，重新数是 {counted}',
    en: '{what} is stated as {stated}; counted anew it is {counted}',
  },
  'verify.equation': {
    zh: '汇总里的等式 {equation} 两边不等',
    en: 'The two sides of {equation} in the summary differ',
  },
  'verify.rowMissing': {
    zh: '台账从这一行起与文件对不上：文件有 {physical} 行，台账有 {inLedger} 行',
    en: 'From this row on the ledger does not follow the file: the file has {physical} rows, the ledger {inLedger}',
  },
  'verify.rowUnknown': {
    zh: '台账里的这一行不属于任何读过的文件',
    en: 'This row of the ledger belongs to no file that was read',
  },
  'verify.notOnce': {
    zh: '读到 {read} 次，台账里有 {inLedger} 次，应各一次',
    en: 'Read {read} times and in the ledger {inLedger} times; once each is right',
  },
  'verify.cellsDiffer': {
    zh: '台账里的内容不是读到的内容',
    en: 'The ledger shows other cells than were read',
  },
  'verify.rosterRow': {
    zh: '名册的这一行状态是 {state}，与内容不符',
    en: 'This row of the roster is called {state}, which its cells do not bear out',
  },
  'verify.studentTorn': {
    zh: '证件号或学籍号、姓名都相同的行被当成了两名学生',
    en: 'Rows with the same number and name are taken for two students',
  },
  'verify.studentTwice': {
    zh: '一名学生应有一行为首行，现有 {rows} 行',
    en: 'One row of a student is the first; here {rows} are',
  },
  'verify.studentsMerged': {
    zh: '没有共同的号码和姓名的行被当成了一名学生',
    en: 'Rows without a common number and name are taken for one student',
  },
  'verify.outcomes': {
    zh: '名册里的每名学生应恰有一个认定结果，这里有 {times} 个',
    en: 'A student of the roster has exactly one determination; here there are {times}',
  },
  'verify.missed': {
    zh: '第 {member} 人的号码和姓名都与一名在校生相同，台账却记为 {state}',
    en: 'Person {member} has the number and the name of a student, and yet the ledger says {state}',
  },
  'verify.notJustified': {
    zh: '第 {member} 人记为匹配，重新比对却不成立（{why}）',
    en: 'Person {member} is called matched, which the second matcher cannot bear out ({why})',
  },
  'verify.unknownReason': {
    zh: '第 {member} 人匹配的理由 {reason} 不是已知的理由',
    en: 'Person {member} is matched by {reason}, which is no known reason',
  },
  'verify.unreadName': {
    zh: '第 {member} 人的姓名里有旧编码留下的字，重新比对认不出，请看一眼',
    en: 'The name of person {member} holds a sign of an old encoding that the second matcher cannot read; please look',
  },
  'verify.repeatUnproved': {
    zh: '第 {member} 人记为重复，号码和姓名没有证明，请看一眼',
    en: 'Person {member} is called a repeat, which number and name do not prove; please look',
  },
  'verify.hitTwice': {
    zh: '同一名单里一名学生应恰有一条匹配，这里有 {times} 条',
    en: 'Within a list a student is matched exactly once; here it is {times}',
  },
  'verify.repeatsNobody': {
    zh: '第 {member} 人记为重复，所指的那一条不在或不符',
    en: 'Person {member} is called a repeat of an entry that is not there or does not fit',
  },
  'verify.repeatsOther': {
    zh: '第 {member} 人记为重复，所指的却是另一个号码或姓名',
    en: 'Person {member} is called a repeat of another number or name',
  },
  'verify.leftOut': {
    zh: '第 {member} 人记为 {state}，依据不成立（{why}）',
    en: 'Person {member} is {state} without proof ({why})',
  },
  'verify.nearMiss': {
    zh: '第 {member} 人记为 {state}，却与一名在校生相近（{by}），请看一眼',
    en: 'Person {member} is {state} and yet near to a student ({by}); please look',
  },
  'verify.categoryLost': {
    zh: '这一行匹配到的学生没有得到身份 {category}',
    en: 'The student whom this row matches did not get the category {category}',
  },
  'verify.categoryFromNowhere': {
    zh: '有学生得到身份 {category}，台账里却没有匹配的行',
    en: 'A student has the category {category} and no matched row gives it',
  },
  'verify.evidenceLost': {
    zh: '这一行是身份 {category} 的依据，认定结果里没有写',
    en: 'This row is evidence for {category} and the determination does not name it',
  },
  'verify.openLost': {
    zh: '这一行待核对，可能的学生却被当作不属于 {category}',
    en: 'This row is in review, and yet the student it may be is called not {category}',
  },
  'verify.belowFloor': {
    zh: '有名单学生低于 {category} 的保底档次（结果：{outcome}）',
    en: 'A listed student is below the floor of {category} (outcome {outcome})',
  },
} as const;

/** Words for values that are codes: states, outcomes, and why something does not hold. */
export const VERIFY_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  matched: { zh: '已对上', en: 'matched' },
  review: { zh: '待人工核对', en: 'in review' },
  notEnrolledHere: { zh: '不在本地就读', en: 'not enrolled here' },
  outOfArea: { zh: '不属本区域', en: 'out of the area' },
  notAStudent: { zh: '不是学生', en: 'no student' },
  duplicate: { zh: '重复', en: 'a repeat' },
  lapsed: { zh: '已不在名单', en: 'lapsed' },
  deceased: { zh: '已去世', en: 'deceased' },
  invalid: { zh: '无法读取', en: 'unreadable' },
  student: { zh: '学生', en: 'a student' },
  determined: { zh: '已认定', en: 'determined' },
  undetermined: { zh: '待定', en: 'not settled' },
  notApplied: { zh: '未申请', en: 'not applied' },
  outOfScope: { zh: '不在范围', en: 'out of scope' },
  declined: { zh: '放弃', en: 'declined' },
  key: { zh: '号码', en: 'the number' },
  name: { zh: '姓名', en: 'the name' },
  holders: { zh: '另有学生持同一号码', en: 'another student has the number' },
  guardian: { zh: '花名册里没有这个监护人', en: 'the roster has no such guardian' },
  id: { zh: '号码只差一处', en: 'the number is one slip away' },
  nameAndBirth: { zh: '同名同生日', en: 'same name and birth date' },
  age: { zh: '年龄', en: 'the age' },
  studentNumber: { zh: '有学籍号', en: 'there is a student number' },
  relation: { zh: '关系写着是孩子', en: 'the relation says child' },
  current: { zh: '这一行仍然有效', en: 'the row is current' },
  decision: { zh: '没有写明谁、哪天、为什么', en: 'nobody, no day or no reason is named' },
  readable: { zh: '内容是读得出的', en: 'it can be read' },
};
