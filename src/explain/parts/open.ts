import type { Question } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import { BECAUSE_LABELS, ORIGIN_LABELS } from '../labels.js';
import { listed } from '../names.js';
import { type PeopleQuestion, together } from '../people-question.js';
import { grouped } from '../quantity.js';
import { papersInWords, pieceOfFact, questionTitle, rolesInWords } from '../question.js';

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
      ...together(questions, about.titles).map(
        (question, i) =>
          `${i + 1}. ${'people' in question ? askPeople(question, about) : ask(question, about)}${leaves(question, about)}`,
      ),
      ...(questions.length === 0
        ? []
        : [
            ...narrowest(about),
            say(
              '请按上面的次序办理，排在前面的最能定下结果。补齐后重新计算即可。',
              'Work through these in order: the first ones settle most. Then determine again.',
            ),
          ]),
    ],
  };
}

function ask(question: Question, about: About): string {
  const { titles, rules, say } = about;
  const { id } = question;
  const title = questionTitle(question, rules, titles);
  switch (question.kind) {
    case 'fact':
      return askFact(id, title, about);
    case 'category':
      return askCategory(question, title, about);
    case 'veto':
      return say(
        `请由认定小组决定：“${title}”的情形是否仍然成立。学生所属的类别应当保底，因此不能由规则自动从严。`,
        `Let the review group decide whether “${title}” stands. The student’s category is protected, so the rules do not decide this by themselves.`,
      );
    case 'points':
      return askPoints(id, title, about);
    case 'evidence': {
      const papers = papersInWords(titles.part(id)?.evidence?.any_of ?? [], rules, titles);
      return say(
        `请出示${papers}（“${title}”凭它计分）。`,
        `Show ${papers}: “${title}” gives points only with it.`,
      );
    }
    case 'cell':
      return say(
        `规则文件没有写明“${title}”中要用到的这个数（${id}）。请向制定规则的部门查明。`,
        `The rule file does not have the value of “${title}” that is needed here (${id}). Ask whoever makes the rules.`,
      );
    case 'enrolment':
      return say(
        '请核对学籍：同一时间有两处就读，须确认以哪一处为准。',
        'Check the enrolment: there are two places of study at once, and one of them must be confirmed.',
      );
    case 'decision':
      return askDecision(id, title, about);
  }
}

/** Where a fact, or a piece of it, comes from, who may state it, and which paper it needs. */
function askFact(id: string, title: string, { titles, rules, lang, say }: About): string {
  const piece = pieceOfFact(id);
  const fact = rules.document.facts[piece.fact];
  const origin = ORIGIN_LABELS[fact?.origin ?? 'survey'][lang];
  const from =
    fact?.by === undefined
      ? say(`来源：${origin}`, `from ${origin}`)
      : say(`须由${rolesInWords(fact.by, titles)}认定`, `only ${rolesInWords(fact.by, titles)} can state it`);
  const needs = fact?.evidence?.missing === 'ask' ? fact.evidence.any_of : [];
  const papers =
    needs.length === 0
      ? ''
      : say(
          `，并出示${papersInWords(needs, rules, titles)}`,
          `, with ${papersInWords(needs, rules, titles)}`,
        );
  if (piece.piece === 'option')
    return say(
      `请查明是否有这种情况：“${title}”（${from}）${papers}。`,
      `Find out whether “${title}” holds (${from})${papers}.`,
    );
  return say(`请补充“${title}”（${from}）${papers}。`, `Give “${title}” (${from})${papers}.`);
}

function askPeople({ people, what }: PeopleQuestion, { titles, rules, lang, say }: About): string {
  const origin = ORIGIN_LABELS[rules.document.facts[people]?.origin ?? 'survey'][lang];
  const title = titles.fact(people);
  return say(
    `请补全“${title}”（来源：${origin}）：${what}。`,
    `Complete “${title}” (from ${origin}): ${what}.`,
  );
}

function askCategory({ id, doubt }: Question, title: string, about: About): string {
  const { titles, rules, say } = about;
  const category = rules.document.categories[id];
  const named = category?.list === undefined ? title : titles.list(category.list);
  switch (doubt ?? 'notSaid') {
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
    case 'paperMissing': {
      const papers = papersInWords(category?.evidence?.any_of ?? [], rules, titles);
      return say(`请出示${papers}（关系到“${title}”）。`, `Show ${papers} (it decides “${title}”).`);
    }
    case 'notSaid':
      return say(
        `请查明这名学生是否属于“${title}”。`,
        `Find out whether this student belongs to “${title}”.`,
      );
  }
}

/** What was decided below a floor, or in two ways on one day. */
function askDecision(id: string, title: string, { determination: d, say }: About): string {
  const twice = id !== 'tier' || d.issues.some((issue) => issue.code === 'decision.tierConflict');
  if (twice)
    return say(
      `请作出决定的人说明以哪一个为准：对“${title}”有两项不同的决定。`,
      `Let those who decided say which stands: there are two different decisions about “${title}”.`,
    );
  return say(
    '请认定小组重新审议：所作的认定低于学生所属类别应当保底的等级。',
    'Let the review group look again: its decision is below what the student’s category gives at least.',
  );
}

/** Points that the rules leave to a person. */
function askPoints(path: string, title: string, { titles, say }: About): string {
  const value = titles.part(path)?.value;
  if (value?.kind !== 'discretion') return say(`请评定“${title}”。`, `Judge “${title}”.`);
  const [low, high] = value.range.map(grouped);
  const by = rolesInWords(value.by, titles);
  const needs = value.needs.map((need) =>
    need === 'evidence' ? say('附上材料', 'attach a paper') : say('写明理由', 'say why'),
  );
  const also = needs.length === 0 ? '' : say(`，并${needs.join('、')}`, ` and ${needs.join(' and ')}`);
  return say(
    `请由${by}评定“${title}”（${low} 至 ${high} 分）${also}。`,
    `Let ${by} judge “${title}” (${low} to ${high} points)${also}.`,
  );
}

/** Where there are more questions than can be asked at once: with which to begin. */
function narrowest({ determination: d, rules, titles, lang, say }: About): readonly string[] {
  const few = d.open?.narrowest;
  if (few === undefined) return [];
  const asked = listed(
    few.ask.map((one) =>
      say(`“${questionTitle(one, rules, titles)}”`, `“${questionTitle(one, rules, titles)}”`),
    ),
    lang,
  );
  const left =
    few.leaves === 1
      ? say('等级和可享受的项目就能定下', 'that settles the tier and the programmes')
      : say(`最多还剩 ${few.leaves} 种可能`, `at most ${few.leaves} possibilities remain then`);
  return [
    say(
      `一时不能都问到的，先查明${asked}：${left}。`,
      `If not all of it can be asked at once, begin with ${asked}: ${left}.`,
    ),
  ];
}

function leaves(question: Pick<Question, 'leaves'>, { determination: d, say }: About): string {
  // Any answer to all questions settles it; an answer to one of several does so only for tier and programmes.
  const alone = d.open?.questions.length === 1;
  if (question.leaves === 1 && alone) return say('答复后即可定下结果。', ' The answer settles it.');
  if (question.leaves === 1)
    return say('答复后等级和可享受的项目即可定下。', ' The answer settles the tier and the programmes.');
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
