import type { Sentence } from '../roster/index.js';

/**
 * Words for what reconciling says: issues (`match.…`, `roster.…`), states of an entry (`state.…`), reasons
 * (`reason.…`) and why a student is a candidate (`why.…`). `{name}` stands for a value of the issue.
 */
export const RECONCILE_MESSAGES: Readonly<Record<string, Sentence>> = {
  'state.matched': { zh: '已对上', en: 'matched' },
  'state.review': { zh: '待人工核对', en: 'in review' },
  'state.notEnrolledHere': { zh: '不在本地就读', en: 'not enrolled here' },
  'state.outOfArea': { zh: '不属本区域', en: 'out of the area' },
  'state.notAStudent': { zh: '不是学生', en: 'not a student' },
  'state.duplicate': { zh: '名单内重复', en: 'repeated within the list' },
  'state.lapsed': { zh: '已不在保（已退出或不享受）', en: 'lapsed' },
  'state.deceased': { zh: '已去世', en: 'deceased' },
  'state.invalid': { zh: '无法读取', en: 'cannot be read' },

  'reason.exactId': { zh: '证件号与姓名都一致', en: 'same ID and same name' },
  'reason.exactStudentNumber': { zh: '学籍号与姓名都一致', en: 'same student number and same name' },
  'reason.decision': { zh: '由工作人员核定', en: 'decided by a person' },
  'reason.nameDiffers': { zh: '号码一致，姓名不同', en: 'same number, different name' },
  'reason.nameUnreadable': {
    zh: '姓名空缺或有无法辨认的字，不能确认',
    en: 'the name is missing or has signs that cannot be read',
  },
  'reason.sharedId': { zh: '同一证件号对应不止一人', en: 'more than one person has this ID' },
  'reason.sharedStudentNumber': {
    zh: '同一学籍号对应不止一人',
    en: 'more than one person has this student number',
  },
  'reason.keysDisagree': {
    zh: '证件号与学籍号指向不同的学生',
    en: 'the ID and the student number point to different students',
  },
  'reason.rosterIdInvalid': {
    zh: '与学生花名册的号码相同，但花名册里的证件号本身有误',
    en: 'same number as in the roster, but the roster’s ID is itself faulty',
  },
  'reason.idDamaged': {
    zh: '证件号可能已被电子表格改变',
    en: 'the ID may have been changed by a spreadsheet',
  },
  'reason.idInvalid': {
    zh: '证件号校验码或出生日期不对',
    en: 'the ID fails its check character or birth date',
  },
  'reason.idUnreadable': { zh: '证件号无法读取', en: 'the ID cannot be read' },
  'reason.idMissing': { zh: '没有证件号，也没有学籍号', en: 'there is neither an ID nor a student number' },
  'reason.sameNameOtherId': {
    zh: '花名册里有同名学生，但证件号不同',
    en: 'the roster has a student of this name with another ID',
  },
  'reason.noCandidate': { zh: '学龄人员，花名册里没有找到', en: 'of school age and not found in the roster' },
  'reason.outOfAgeNamesake': {
    zh: '证件号显示不在学龄，但花名册里有同名学生，可能填了别人（如家长）的证件号',
    en: 'the ID is outside the school ages, but a student has this name: it may be somebody else’s, such as a parent’s',
  },
  'reason.outOfAgeChildRelation': {
    zh: '证件号显示不在学龄，但“与户主关系”写的是子女或学生，可能填了别人（如家长）的证件号',
    en: 'the ID is outside the school ages, but the relation says child or student: it may be somebody else’s, such as a parent’s',
  },
  'reason.outOfAgeRelationUnclear': {
    zh: '证件号显示不在学龄，但“与户主关系”的写法不认识，不能排除是学生',
    en: 'the ID is outside the school ages, but the relation is a word not known, so a student cannot be ruled out',
  },
  'reason.outOfAgeGuardianId': {
    zh: '证件号属于某学生的监护人，姓名却不是这位监护人',
    en: 'the ID is that of a student’s guardian, the name is not',
  },
  'reason.outOfAgeStudentNumber': {
    zh: '证件号显示不在学龄，但写有学籍号',
    en: 'the ID is outside the school ages, but there is a student number',
  },
  'reason.outOfAgeUnbelievable': {
    zh: '证件号里的出生日期不可信',
    en: 'the birth date in the ID cannot be believed',
  },
  'reason.decisionUnclear': {
    zh: '已有人工核定，但无法采用，请重新核对',
    en: 'there is a decision by a person, but it cannot be used',
  },
  'reason.adultByBirthDate': {
    zh: '按出生日期已超过学龄，各项核查均无学生迹象',
    en: 'above the school ages by birth date, and no check points to a student',
  },
  'reason.tooYoungByBirthDate': {
    zh: '按出生日期未到学龄，各项核查均无学生迹象',
    en: 'below the school ages by birth date, and no check points to a student',
  },
  'reason.sameStudent': {
    zh: '同一名单里另有一行对上了同一名学生',
    en: 'another row of the list matched the same student',
  },
  'reason.samePerson': {
    zh: '同一名单里另有一行证件号和姓名都相同',
    en: 'another row of the list has the same ID and name',
  },
  'reason.notCurrent': {
    zh: '该行的状态栏显示已不在保',
    en: 'the status columns of the row say that it is no longer current',
  },
  'reason.nothingToRead': {
    zh: '姓名、证件号、学籍号都读不出',
    en: 'neither a name nor an ID nor a student number can be read',
  },

  'why.sameId': { zh: '证件号相同', en: 'same ID' },
  'why.sameStudentNumber': { zh: '学籍号相同', en: 'same student number' },
  'why.sameNameAndBirth': { zh: '同名且出生日期相同', en: 'same name and birth date' },
  'why.sameNameNearId': { zh: '同名，证件号只差一两位', en: 'same name, IDs one or two slips apart' },
  'why.sameNameGuardianId': { zh: '同名，证件号是其监护人的', en: 'same name, with the ID of the guardian' },
  'why.sameNameNoId': {
    zh: '同名且只有一人，证件号空缺或读不出',
    en: 'the only one of this name, and no readable ID to compare',
  },
  'why.sameName': { zh: '仅同名', en: 'same name only' },

  'match.listMissing': {
    zh: '缺少名单“{list}”，有关类别按“未知”处理，不当作“不在名单”',
    en: 'the list {list} is missing; its categories are unknown, not absent',
  },
  'match.listStale': {
    zh: '名单“{list}”已过期，未列入的学生按“未知”处理',
    en: 'the list {list} is too old; for students not on it the categories are unknown',
  },
  'match.listEmpty': {
    zh: '名单“{list}”没有读出任何人员，请核对表头和工作表是否选对',
    en: 'the list {list} gave no entry at all; check its sheet and header rows',
  },
  'match.listTwice': {
    zh: '名单“{list}”的这个文件提交了两次',
    en: 'this file of the list {list} was handed in twice',
  },
  'match.entryTwice': {
    zh: '名单“{list}”同一行的第 {member} 人出现了两次',
    en: 'person {member} of this row of the list {list} was handed in twice',
  },
  'match.rowCount': {
    zh: '名单“{list}”读出 {rows} 行有人员，读取程序却报告 {said} 行',
    en: 'the list {list} has {rows} rows with entries, but its reader counted {said}',
  },
  'match.categoryNotOfList': {
    zh: '名单“{list}”的行给出了未登记的类别“{category}”',
    en: 'rows of the list {list} give the category {category}, which is not one of the list’s',
  },
  'match.recallLimit': {
    zh: '名单“{list}”没有“与户主关系”，花名册也没有监护人证件号：学生行若误填了家长证件号，本次无法发现',
    en: 'the list {list} has no relation and the roster no guardian IDs: a parent’s ID typed into a child’s row cannot be noticed',
  },
  'match.relationUnclear': {
    zh: '名单“{list}”有 {count} 处“与户主关系”的写法不认识，这些人员不会据年龄排除',
    en: 'the list {list} has {count} relations that are not known words; these rows are never left out by age',
  },
  'match.decisionOrphan': {
    zh: '有一条人工核定找不到对应的名单行（名单“{list}”第 {member} 人）',
    en: 'a person’s decision fits no row (list {list}, person {member})',
  },
  'match.decisionAmbiguous': {
    zh: '一条人工核定没有写明工作表，对应了不止一行（名单“{list}”第 {member} 人）',
    en: 'a person’s decision without a sheet fits several rows (list {list}, person {member})',
  },
  'match.decisionIncomplete': {
    zh: '人工核定缺少核定人、日期、理由，或学生与核定结果不相符（名单“{list}”第 {member} 人）',
    en: 'a person’s decision lacks who, when or why, or its student does not go with its state (list {list}, person {member})',
  },
  'match.decisionUnknownStudent': {
    zh: '人工核定所指的学生不在花名册里（名单“{list}”第 {member} 人）',
    en: 'a person’s decision names a student who is not in the roster (list {list}, person {member})',
  },
  'match.decisionsContradict': {
    zh: '同一行有互相矛盾的人工核定（名单“{list}”第 {member} 人）',
    en: 'people’s decisions about one row contradict each other (list {list}, person {member})',
  },
  'match.decisionAgainstKey': {
    zh: '人工核定与号码、姓名完全一致的结果不同，按人工核定处理，请复核（名单“{list}”第 {member} 人）',
    en: 'a person’s decision stands against an exact match of number and name; the decision is followed, please check (list {list}, person {member})',
  },
  'match.equation': {
    zh: '核对等式 {equation} 不成立：{left} ≠ {right}',
    en: 'equation {equation} does not hold: {left} ≠ {right}',
  },

  'roster.exactDuplicate': {
    zh: '与 {firstFile} 第 {firstRow} 行完全相同，只计一次',
    en: 'equal to row {firstRow} of {firstFile} in every cell; counted once',
  },
  'roster.furtherEnrolment': {
    zh: '与 {firstFile} 第 {firstRow} 行是同一名学生，作为另一条就读记录',
    en: 'the same student as row {firstRow} of {firstFile}; kept as a further enrolment',
  },
  'roster.sharedId': {
    zh: '这名学生的证件号也登记在另一名不同姓名的学生名下，两人都不据此自动匹配，请学校核实',
    en: 'another student of a different name has the same ID; neither is matched by it until the schools have checked',
  },
  'roster.sharedStudentNumber': {
    zh: '这名学生的学籍号也登记在另一名不同姓名的学生名下，两人都不据此自动匹配，请学校核实',
    en: 'another student of a different name has the same student number; neither is matched by it until the schools have checked',
  },
  'roster.idsDiffer': {
    zh: '同一名学生的 {rows} 行里有不同的证件号，请学校核实',
    en: 'the {rows} rows of this student give different IDs',
  },
  'roster.numbersDiffer': {
    zh: '同一名学生的 {rows} 行里有不同的学籍号，请学校核实',
    en: 'the {rows} rows of this student give different student numbers',
  },
  'roster.invalidRow': {
    zh: '姓名、证件号、学籍号都读不出，无法作为学生处理',
    en: 'neither a name nor an ID nor a student number can be read',
  },
};
