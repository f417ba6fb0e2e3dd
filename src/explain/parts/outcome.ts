import type { About, TextPart } from '../about.js';
import { periodLabel, roleLabel, STANDING_LABELS, STATUS_LABELS } from '../labels.js';
import { listed } from '../names.js';
import { factInWords } from '../values.js';
import { issueLine } from './basis.js';
import { openOutput, settledOutputs } from './outputs.js';

/** Who, when, by which rules, and what came out. */
export function outcomePart(about: About): TextPart {
  const { determination: d, lang, titles, rules, say } = about;
  const { document } = rules;
  const also = (d.alsoAt ?? []).join(say('、', ', '));
  const twice =
    also === '' ? '' : say(`（同时在 ${also} 也有在读记录）`, ` (and at the same time at ${also})`);
  const school = d.school === '' ? '' : say(`，学校代码 ${d.school}${twice}`, `, school ${d.school}${twice}`);
  const standing = STANDING_LABELS[d.rules.standing][lang];
  const status = STATUS_LABELS[d.rules.status][lang];
  return {
    heading: say('结论', 'What was decided'),
    lines: [
      say(
        `学生 ${d.student === '' ? '（编号读不出来）' : d.student}${school}，${periodLabel(d.period, lang)}。`,
        `Student ${d.student === '' ? '(without a key)' : d.student}${school}, ${periodLabel(d.period, lang)}.`,
      ),
      ...conclusion(about),
      say(
        `所依规则：${titles.words(document.title, document.scheme)}，版本 ${d.rules.edition}（${standing}；${status}）。`,
        `By: ${titles.words(document.title, document.scheme)}, edition ${d.rules.edition} (${standing}; ${status}).`,
      ),
    ],
  };
}

function conclusion(about: About): readonly string[] {
  const { determination: d, lang, titles, rules, say } = about;
  switch (d.outcome) {
    case 'determined':
      if (rules.endsInOutputs)
        return [say('按规则算出的结果：', 'What the rules give:'), ...settledOutputs(about)];
      return [...decided(about), ...recommended(about)];
    case 'undetermined': {
      const tiers = listed(
        (d.open?.tiers ?? []).map((tier) => `“${titles.tier(tier)}”`),
        lang,
      );
      const first = say(
        '待定：现在知道的情况还不足以定下唯一的结果。待定不是不予资助，补齐下列情况后就可以定下。',
        'Not settled yet: what is known leaves more than one result open. This is not a refusal; it can be settled once the questions below are answered.',
      );
      const possible = d.open?.wide
        ? say(
            `可能的等级不超出：${tiers}。`,
            `The tier is one of these, and some of them may not be possible: ${tiers}.`,
          )
        : say(`可能的等级：${tiers}。`, `Possible tiers: ${tiers}.`);
      if (rules.endsInOutputs) {
        const settled = settledOutputs(about);
        const open = (d.open?.outputs ?? []).map((output) => openOutput(output, about));
        const span = d.open?.wide
          ? say('还没有定下的结果，都在下面的范围之内：', 'Not settled yet, and within these bounds:')
          : say('还没有定下的结果：', 'Not settled yet:');
        return [
          first,
          ...(open.length === 0 ? [] : [span, ...open]),
          ...(settled.length === 0 ? [] : [say('已经定下的结果：', 'Settled already:'), ...settled]),
        ];
      }
      return [
        first,
        ...decided(about),
        ...(tiers === '' ? [] : [possible]),
        ...(d.recommended === undefined ? [] : recommended(about)),
      ];
    }
    case 'notApplied':
      return [
        say(
          '未申请：没有收到申请或调查表，现有的名单上也没有这名学生，因此没有进行认定。未申请不等于不困难，可以提出申请。',
          'Not applied: there is no application or survey, and no list at hand has the student, so nothing was determined. This says nothing about need, and applying is possible.',
        ),
      ];
    case 'outOfScope': {
      const predicate = d.scope?.predicate ?? '';
      const one = rules.scope.find((scope) => scope.id === predicate);
      if (one === undefined) {
        return [
          say(
            `不在范围：在 ${d.asOf} 没有有效的在籍就读记录，因此不适用本规则。`,
            `Out of scope: no enrolment is in force on ${d.asOf}, so these rules do not apply.`,
          ),
        ];
      }
      const condition = about.conditions.condition(one.is);
      const titled = rules.document.scope[predicate]?.title !== undefined;
      const demand = titled ? titles.scope(predicate) : condition;
      const facts = (d.scope?.facts ?? []).flatMap((id) => {
        const fact = d.facts.find((used) => used.fact === id);
        return fact === undefined
          ? []
          : [`${titles.fact(id)}${say('：', ': ')}${factInWords(id, fact.value, rules, titles)}`];
      });
      const seen = facts.length === 0 ? '' : say(`（${facts.join('；')}）`, ` (${facts.join('; ')})`);
      return [
        say(
          `不在范围：本规则要求“${demand}”，这名学生不符合${seen}。`,
          `Out of scope: these rules ask for “${demand}”, which does not hold for this student${seen}.`,
        ),
        ...(titled ? [say(`具体条件：${condition}。`, `In full: ${condition}.`)] : []),
      ];
    }
    case 'declined': {
      const { paper = '', by = '', on = '' } = d.declined ?? {};
      return [
        say(
          `自愿放弃：${roleLabel(by, lang)}于 ${on} 登记，凭据为“${paper}”。以后可以重新申请。`,
          `Declined: recorded by ${roleLabel(by, lang)} on ${on}, paper “${paper}”. Applying again later is possible.`,
        ),
      ];
    }
    case 'invalid':
      return [
        say(
          '无法读取：这一行不能作为一名学生来认定。没有因此作出任何不利的结论，请改正后重新提交。',
          'Cannot be read: this row cannot be read as one student. Nothing was decided against anybody; correct it and hand it in again.',
        ),
        ...d.issues.map((issue) => issueLine(issue, about)),
      ];
  }
}

/** 认定 is a person's word. */
function decided({ determination: d, lang, titles, say }: About): readonly string[] {
  if (d.decided === undefined) return [];
  const { tier, by, on, because } = d.decided;
  return [
    say(
      `认定：“${titles.tier(tier)}”，由${roleLabel(by, lang)}于 ${on} 作出，理由：${because}。`,
      `Decided: “${titles.tier(tier)}”, by ${roleLabel(by, lang)} on ${on}, because: ${because}.`,
    ),
  ];
}

/** 建议 is the rules' word. */
function recommended({ determination: d, titles, say }: About): readonly string[] {
  if (d.recommended === undefined) return [];
  const tier = titles.tier(d.recommended.tier);
  if (d.decided !== undefined)
    return [
      say(
        `按规则算出的建议是“${tier}”；资助以认定为准。`,
        `The rules recommend “${tier}”; aid follows the decision.`,
      ),
    ];
  return [
    say(
      `建议：“${tier}”。这是按规则算出的建议，须经认定后生效。`,
      `Recommended: “${tier}”. This is what the rules give; it takes effect when people have decided.`,
    ),
  ];
}
