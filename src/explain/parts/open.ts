import type { Question } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import { BECAUSE_LABELS, ORIGIN_LABELS } from '../labels.js';

/** For an undetermined student: what is missing, and what to ask, best question first. */
export function openPart(about: About): TextPart {
  const { determination: d, lang, say } = about;
  const because = (d.open?.because ?? []).map((code) => BECAUSE_LABELS[code][lang]);
  const questions = d.open?.questions ?? [];
  return {
    heading: say('还缺什么、怎么办', 'What is missing and what to do'),
    lines: [
      ...(because.length === 0
        ? []
        : [say(`待定的原因：${because.join('；')}。`, `Why it is open: ${because.join('; ')}.`)]),
      ...questions.map((question, i) => `${i + 1}. ${ask(question, about)}${leaves(question, about)}`),
      ...(questions.length === 0
        ? []
        : [
            say(
              '请按上面的次序办理，排在前面的最能定下结果。补齐后重新计算即可。',
              'Work through these in order: the first ones settle most. Then determine again.',
            ),
          ]),
    ],
  };
}

function ask(question: Question, { titles, rules, lang, say }: About): string {
  const { id } = question;
  switch (question.kind) {
    case 'fact': {
      const origin = ORIGIN_LABELS[rules.document.facts[id]?.origin ?? 'survey'][lang];
      return say(
        `请补充“${titles.fact(id)}”（来源：${origin}）。`,
        `Give “${titles.fact(id)}” (from ${origin}).`,
      );
    }
    case 'category': {
      const title = titles.category(id);
      const list = rules.document.categories[id]?.list;
      const named = list === undefined ? title : titles.list(list);
      switch (question.doubt) {
        case 'openMatch':
          return say(
            `请核对“${named}”上相像的那一人是不是这名学生（关系到“${title}”）。`,
            `Check whether the entry of “${named}” that looks like this student is this student (it decides “${title}”).`,
          );
        case 'listMissing':
          return say(
            `请取得“${named}”（关系到“${title}”）。`,
            `Obtain the list “${named}” (it decides “${title}”).`,
          );
        case 'listStale':
          return say(
            `请取得新的“${named}”（关系到“${title}”）。`,
            `Obtain a newer “${named}” (it decides “${title}”).`,
          );
        case 'rowUnclear':
          return say(
            `请向名单的主管部门问清“${named}”上这名学生那一行的状态（关系到“${title}”）。`,
            `Ask the owner of “${named}” what the row of this student means (it decides “${title}”).`,
          );
        default:
          return say(
            `请查明这名学生是否属于“${title}”。`,
            `Find out whether this student belongs to “${title}”.`,
          );
      }
    }
    case 'veto':
      return say(
        `请由认定小组决定：“${titles.veto(id)}”的情形是否仍然成立。学生所属的类别应当保底，因此不能由规则自动从严。`,
        `Let the review group decide whether “${titles.veto(id)}” stands. The student’s category is protected, so the rules do not decide this by themselves.`,
      );
    case 'enrolment':
      return say(
        '请核对学籍：同一时间有两处就读，须确认以哪一处为准。',
        'Check the enrolment: there are two places of study at once, and one of them must be confirmed.',
      );
    case 'decision':
      return say(
        '请认定小组重新审议：所作的认定低于学生所属类别应当保底的等级。',
        'Let the review group look again: its decision is below what the student’s category gives at least.',
      );
  }
}

function leaves(question: Question, { say }: About): string {
  if (question.leaves === 1) return say('答复后即可定下结果。', ' The answer settles it.');
  if (question.leaves === 0) return '';
  return say(
    `答复后最多还剩 ${question.leaves} 种可能。`,
    ` At most ${question.leaves} possibilities remain after the answer.`,
  );
}

/** For a student who has not applied: how to. */
export function howToApplyPart({ say }: About): TextPart {
  return {
    heading: say('怎样申请', 'How to apply'),
    lines: [
      say(
        '请由学生或监护人向就读学校提出，填写申请表或家庭情况调查表；不会填的，学校可以帮助填写。',
        'The student or a guardian asks the school and fills in the application or the family survey; the school helps where that is difficult.',
      ),
      say(
        '家庭如有突发变故，请尽早告诉学校。',
        'If something happens to the family, please tell the school early.',
      ),
    ],
  };
}
