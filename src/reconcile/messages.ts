import type { Sentence } from '../roster/index.js';

/**
 * Words for what reconciling says: issues (`match.…`, `roster.…`), states of an entry (`state.…`), reasons
 * (`reason.…`), kinds of review (`kind.…`), why a student is a candidate (`why.…`) and what speaks for it (`evidence.…`).
 * `{name}` stands for a value of the issue.
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
  'reason.guardianIdAndName': {
    zh: '户主或家长的证件号、姓名与该生监护人一致',
    en: 'ID and name are those of the student’s guardian',
  },
  'reason.decision': { zh: '由工作人员核定', en: 'decided by a person' },
  'reason.nameDiffers': { zh: '号码一致，姓名不同', en: 'same number, different name' },
  'reason.nameUnreadable': {
    zh: '姓名空缺或有无法辨认的字，不能确认',
    en: 'the name is missing or has signs that cannot be read',
  },
  'reason.sharedInRoster': {
    zh: '花名册里不止一名学生是这个证件号',
    en: 'more than one student of the roster has this ID',
  },
  'reason.sharedId': {
    zh: '名单里同一证件号写着不同的姓名',
    en: 'the lists have this ID under different names',
  },
  'reason.studentOfTwoNames': {
    zh: '同一名单里另有一行以不同的姓名指向同一名学生',
    en: 'another row of the list claims the same student under another name',
  },
  'reason.sharedStudentNumber': {
    zh: '同一学籍号对应不止一人',
    en: 'more than one person has this student number',
  },
  'reason.keysDisagree': {
    zh: '证件号与学籍号指向不同的学生',
    en: 'the ID and the student number point to different students',
  },
  'reason.rosterIdInvalid': {
    zh: '号码与花名册相同或只差一点，但花名册里的证件号本身有误',
    en: 'the same number as in the roster or nearly so, but the roster’s ID is itself faulty',
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
  'reason.othersNear': {
    zh: '花名册里没有同号或同名的学生，只有相近的人',
    en: 'no student has this number or this name; some are near',
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
  'reason.outOfAgeNear': {
    zh: '证件号显示不在学龄，但有同名学生的证件号、出生日期与之相近，或其监护人就是这个号码；或者有学生的号码被电子表格截断，开头与之相同',
    en: 'the ID is outside the school ages, but a student of this name has an ID or birth date near it, or a guardian with it; or the number of a student, cut by a spreadsheet, begins like it',
  },
  'reason.headOfHousehold': {
    zh: '这一行代表一户，请逐一核对这户的学生',
    en: 'the row speaks for a household; each of its students is to be confirmed',
  },
  'reason.headNoStudent': {
    zh: '这一行代表一户，但没有找到以此人为监护人的学生',
    en: 'the row speaks for a household, and no student has this person as guardian',
  },
  'reason.parentOfStudents': {
    zh: '这一行指的是此人的子女，请逐一核对下列学生',
    en: 'the row is about this person’s children; each of these students is to be confirmed',
  },
  'reason.parentNoStudent': {
    zh: '这一行指的是此人的子女，但没有找到以此人为监护人的学生',
    en: 'the row is about this person’s children, and no student has this person as guardian',
  },
  'reason.tooYoungForChildren': {
    zh: '这一行指的是此人的子女，但此人年龄太小，不可能有学龄子女',
    en: 'the row is about this person’s children, and the person is too young to have one of school age',
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
    zh: '同名，没有可以比对的证件号',
    en: 'same name, and no readable ID to compare',
  },
  'why.sameNameNearBirth': {
    zh: '同名，出生日期只差一位或月日颠倒',
    en: 'same name, birth dates a digit apart or month and day exchanged',
  },
  'why.sameNameAndSequence': {
    zh: '同名，证件号的区划和顺序码相同',
    en: 'same name, same division and sequence number in the IDs',
  },
  'why.sameNameSiblingId': {
    zh: '同名，证件号是其兄弟姐妹的',
    en: 'same name, with the ID of a brother or sister',
  },
  'why.likeNameNearId': { zh: '姓名相近，证件号也相近', en: 'similar name and similar ID' },
  'why.likeNameAndBirth': { zh: '姓名相近，出生日期相同', en: 'similar name and same birth date' },
  'why.likeNameGuardianId': {
    zh: '姓名相近，证件号是其监护人的',
    en: 'similar name, with the ID of the guardian',
  },
  'why.likeNameInPlace': {
    zh: '姓名相近，户籍或学校与名单所写相同',
    en: 'similar name, in the area or the school of the row',
  },
  'why.nearId': { zh: '证件号相近，姓名不同或看不出', en: 'similar ID, another name or none' },
  'why.guardianIdAndName': {
    zh: '证件号、姓名与其监护人一致',
    en: 'ID and name are those of the guardian',
  },
  'why.guardianNameNearId': {
    zh: '与其监护人同名，证件号只差一两位',
    en: 'the name of the guardian, IDs one or two slips apart',
  },
  'why.guardianName': {
    zh: '与其监护人同名，没有可以比对的证件号',
    en: 'the name of the guardian, and no readable ID to compare',
  },
  'why.guardianId': { zh: '证件号是其监护人的', en: 'the ID of the guardian' },
  'why.likeName': { zh: '仅姓名相近', en: 'similar name only' },
  'why.sameName': { zh: '仅同名', en: 'same name only' },

  'kind.nameDiffers': { zh: '号码一致，姓名不同', en: 'same number, different name' },
  'kind.idShared': { zh: '名单里一号多名', en: 'one number under different names in the lists' },
  'kind.sharedInRoster': { zh: '花名册里一号多人', en: 'one number of several students' },
  'kind.near': { zh: '很可能是某名学生', en: 'probably a certain student' },
  'kind.adultIdConflict': { zh: '证件号不像孩子本人的', en: 'the ID is not that of a child' },
  'kind.noId': { zh: '没有证件号', en: 'no ID' },
  'kind.weak': { zh: '只有不太像的人选', en: 'only unlikely candidates' },
  'kind.notFound': { zh: '学龄人员，花名册里没有', en: 'of school age and not in the roster' },
  'kind.headNoStudent': { zh: '一户没有找到学生', en: 'a household without a student' },
  'kind.unreadable': { zh: '无从比对', en: 'nothing to compare' },

  'evidence.idSame': { zh: '证件号相同', en: 'same ID' },
  'evidence.numberSame': { zh: '学籍号相同', en: 'same student number' },
  'evidence.idOneSlip': { zh: '证件号差一处', en: 'IDs one slip apart' },
  'evidence.idTwoSlips': { zh: '证件号差两处', en: 'IDs two slips apart' },
  'evidence.idThreeSlips': { zh: '证件号差三处', en: 'IDs three slips apart' },
  'evidence.idBeginning': { zh: '证件号开头相同', en: 'one ID is the beginning of the other' },
  'evidence.birthSame': { zh: '出生日期相同', en: 'same birth date' },
  'evidence.birthOneDigit': { zh: '出生日期差一位', en: 'birth dates one digit apart' },
  'evidence.birthSwapped': { zh: '出生月日颠倒', en: 'month and day of birth exchanged' },
  'evidence.areaSame': { zh: '区划代码相同', en: 'same division' },
  'evidence.sequenceSame': { zh: '顺序码相同', en: 'same sequence number' },
  'evidence.hukouSame': {
    zh: '户籍在名单所写或所辖的区划',
    en: 'the hukou is in the area of the row or its list',
  },
  'evidence.schoolSame': { zh: '学校相同', en: 'same school' },
  'evidence.nameSame': { zh: '姓名相同', en: 'same name' },
  'evidence.nameAlike': { zh: '姓名音同或形似', en: 'names read or look alike' },
  'evidence.nameNear': { zh: '姓名差一个字', en: 'names one character apart' },
  'evidence.surnameDiffers': { zh: '名同姓不同', en: 'same given name, other surname' },
  'evidence.nameDiffers': { zh: '姓名完全不同', en: 'the names have nothing in common' },
  'evidence.idDiffers': { zh: '各有证件号，相差很远', en: 'each has an ID, and they are far apart' },
  'evidence.guardianName': { zh: '与监护人同名', en: 'the name of a guardian' },
  'evidence.guardianNearId': {
    zh: '与监护人的证件号差一两处',
    en: 'a slip or two from the ID of a guardian',
  },
  'evidence.siblingId': { zh: '证件号是兄弟姐妹的', en: 'the ID of a brother or sister' },
  'evidence.guardianId': { zh: '证件号是监护人的', en: 'the ID of a guardian' },

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
  'match.decisionEntryChanged': {
    zh: '人工核定之后，名单上这个人的内容有变化，请重新核对（名单“{list}”第 {member} 人）',
    en: 'the entry has changed since a person decided it, so it is decided anew (list {list}, person {member})',
  },
  'match.decisionCandidatesChanged': {
    zh: '人工核定之后，可能的人选有变化，请重新核对（名单“{list}”第 {member} 人）',
    en: 'the candidates have changed since a person decided the entry, so it is decided anew (list {list}, person {member})',
  },
  'match.comparisonDiffers': {
    zh: '类别“{category}”：{onlyList} 名学生只在部门名单上，{onlyComparison} 名学生只在系统比对结果里，请核实是哪一边有误或未更新',
    en: 'category {category}: {onlyList} students are only on department lists, {onlyComparison} only in comparison results; one of the two is wrong or late',
  },
  'match.nobodyHeld': {
    zh: '名单“{list}”有 {count} 行看不出是谁（从这一行起），可能是任何人，所以没有因此把哪名学生列为“未知”。其他学生“不在这份名单上”，只是就看得清的行来说。请向部门问清，更正后再运行一次。',
    en: '{count} rows of the list {list}, from this one, do not say who they are about. They may be about anybody, so nobody is held open by them, and that others are not on the list is so by the rows that can be read. Ask the department, and run again with these rows put right.',
  },
  'match.namesakesNotHeld': {
    zh: '名单“{list}”有 {count} 行只能凭姓名去找，同名学生太多，没有全部待定：没有待定的学生，核对之前其有关类别不受这几行影响',
    en: '{count} rows of the list {list} lead by the name alone to more students than can be held open: the others count meanwhile as if the row were not there',
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
