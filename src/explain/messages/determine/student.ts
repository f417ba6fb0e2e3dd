import type { MessageCatalogue } from '../catalogue.js';

/** What was handed in for a student as a whole, and about categories. */
export const STUDENT_MESSAGES: MessageCatalogue = {
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
  'category.unknown': {
    zh: '规则里没有这个类别，没有用到。请核对名称。',
    en: 'The rules know no such category, so it was not used. Check its name.',
  },
  'category.derived': {
    zh: '类别“{category}”由规则自己推出，不由名单或来文给出；所给的状态没有用到。',
    en: 'The category "{category}" follows from the rules themselves and is not handed in; the status given was not used.',
  },
};
