import type { Reason } from '../../determine/index.js';
import { NOT_RECOGNISED } from '../../rules/index.js';
import type { About, TextPart } from '../about.js';
import { roleLabel } from '../labels.js';
import { grouped } from '../quantity.js';

/** The reasons of the record, one sentence each. */
export function reasonsPart(about: About): TextPart {
  return {
    heading: about.say('理由', 'Why'),
    lines: about.determination.reasons.map((reason) => sentence(reason, about)),
  };
}

function sentence(reason: Reason, about: About): string {
  const { titles, lang, say, rules, determination, conditions } = about;
  switch (reason.code) {
    case 'scoreReaches': {
      const [score, from, tier] = [grouped(reason.score), grouped(reason.from), titles.tier(reason.tier)];
      return say(
        `得分 ${score} 分，达到“${tier}”的分数线（${from} 分）。`,
        `The score of ${score} reaches the line of “${tier}” (${from}).`,
      );
    }
    case 'scoreBelowAll': {
      const last = rules.document.tiers[rules.document.tiers.length - 1];
      const [score, from, tier] = [
        grouped(reason.score),
        grouped(last?.from ?? ''),
        titles.tier(last?.id ?? ''),
      ];
      return say(
        `得分 ${score} 分，未达到最低一级“${tier}”的分数线（${from} 分）。`,
        `The score of ${score} is below the lowest line, that of “${tier}” (${from}).`,
      );
    }
    case 'tierApplies': {
      const tier = titles.tier(reason.tier);
      const when = rules.tiers.find((one) => one.id === reason.tier)?.when;
      if (when !== undefined)
        return say(
          `符合“${tier}”的条件：${conditions.condition(when)}。`,
          `The condition of “${tier}” holds: ${conditions.condition(when)}.`,
        );
      if (rules.tierOf === null) return say(`按规则为“${tier}”。`, `The rules give “${tier}”.`);
      const of = conditions.value(rules.tierOf.is);
      return say(`按“${of}”得出的等级是“${tier}”。`, `“${of}” gives the tier “${tier}”.`);
    }
    case 'noTierApplies':
      return say('各等级的条件都不符合。', 'The condition of no tier holds.');
    case 'bypassGives': {
      const [category, tier] = [titles.category(reason.category), titles.tier(reason.tier)];
      return say(
        `属于“${category}”，按规则直接为“${tier}”，不看得分。`,
        `Belongs to “${category}”, which gives “${tier}” whatever the score.`,
      );
    }
    case 'floorLifts': {
      const [category, tier] = [titles.category(reason.category), titles.tier(reason.tier)];
      return say(
        `属于“${category}”，按规则至少为“${tier}”；因此由得分所在的等级提高到这一级。`,
        `Belongs to “${category}”, which gives at least “${tier}”: more than the score alone, so the tier is lifted.`,
      );
    }
    case 'floorHolds': {
      const [category, tier] = [titles.category(reason.category), titles.tier(reason.tier)];
      const scored = determination.recommended?.scoreTier !== undefined;
      return scored
        ? say(
            `属于“${category}”，按规则至少为“${tier}”；得分所在的等级已不低于这一级。`,
            `Belongs to “${category}”, which gives at least “${tier}”; the score alone gives no less.`,
          )
        : say(
            `属于“${category}”，按规则至少为“${tier}”。`,
            `Belongs to “${category}”, which gives at least “${tier}”.`,
          );
    }
    case 'vetoLowers': {
      const [veto, tier] = [titles.veto(reason.veto), titles.tier(reason.tier)];
      if (reason.tier === NOT_RECOGNISED)
        return say(
          `有“${veto}”的情形，按规则不能认定为困难等级。`,
          `“${veto}” applies, so the rules recognise no tier of hardship.`,
        );
      return say(
        `有“${veto}”的情形，按规则最高只能为“${tier}”。`,
        `“${veto}” applies, so the tier is at most “${tier}”.`,
      );
    }
    case 'vetoYieldsToFloor': {
      const [veto, tier] = [titles.veto(reason.veto), titles.tier(reason.tier)];
      return say(
        `有“${veto}”的情形，但所属类别应当保底，仍为“${tier}”。`,
        `“${veto}” applies, but the student’s category is protected: the tier stays “${tier}”.`,
      );
    }
    case 'zeroScoreVeto': {
      const veto = titles.veto(reason.veto);
      return say(`有“${veto}”的情形，按规则得分记为 0。`, `“${veto}” applies, so the score counts as 0.`);
    }
    case 'decidedByPerson': {
      const [by, tier] = [roleLabel(reason.by, lang), titles.tier(reason.tier)];
      return say(`${by}于 ${reason.on} 认定为“${tier}”。`, `Decided as “${tier}” by ${by} on ${reason.on}.`);
    }
  }
}
