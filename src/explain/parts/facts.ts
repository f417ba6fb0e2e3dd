import type { UsedFact } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import { ORIGIN_LABELS, USED_ORIGIN_LABELS } from '../labels.js';

/** The facts that were used, each with its source. What was assumed stands apart. */
export function factsPart(about: About): TextPart {
  const given = about.determination.facts.filter((fact) => fact.origin !== 'assumed');
  return {
    heading: about.say('所用情况', 'Facts that were used'),
    lines: given.map((fact) => line(fact, about)),
  };
}

function line(fact: UsedFact, { titles, rules, lang, say }: About): string {
  const origin =
    fact.origin === 'given'
      ? ORIGIN_LABELS[rules.document.facts[fact.fact]?.origin ?? 'survey'][lang]
      : USED_ORIGIN_LABELS[fact.origin][lang];
  const from = [origin, ...(fact.source === undefined ? [] : [titles.source(fact.source)])].join(
    say('，', ', '),
  );
  const value = titles.value(fact.fact, fact.value);
  return `${titles.fact(fact.fact)}${say('：', ': ')}${value}${say(`（${from}）`, ` (${from})`)}`;
}

/** What was assumed, and why the rules assume it. */
export function assumedPart({ determination: d, titles, rules, say }: About): TextPart {
  const assumed = d.facts.filter((fact) => fact.origin === 'assumed');
  return {
    heading: say('按规则假定的情况', 'Assumed by the rules'),
    lines: assumed.map((fact) => {
      const policy = rules.document.facts[fact.fact]?.unknown;
      const because = policy?.policy === 'assume' ? titles.reason(policy.because) : '';
      const [title, value] = [titles.fact(fact.fact), titles.value(fact.fact, fact.value)];
      return say(
        `${title}没有填报，按“${value}”计算，理由：${because}。如与实际不符，请提出。`,
        `${title} was not given and counts as “${value}”, because: ${because}. Say so if this is not right.`,
      );
    }),
  };
}

/** Facts that are not known and could only raise the score. */
export function couldRaisePart({ determination: d, titles, rules, say }: About): TextPart {
  return {
    heading: say('补充后可能加分的情况', 'What could raise the score'),
    lines: d.couldRaise.map((id) => {
      const policy = rules.document.facts[id]?.unknown;
      const because = policy?.policy === 'no_points' ? titles.reason(policy.because) : '';
      const title = titles.fact(id);
      return say(
        `${title}：${because}。目前按不加分计算，补充后只会加分，不会减分。`,
        `${title}: ${because}. It adds nothing now, and could only add points.`,
      );
    }),
  };
}
