import type { UsedFact } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import { ORIGIN_LABELS, USED_ORIGIN_LABELS } from '../labels.js';
import { rolesInWords } from '../question.js';
import { factInWords, membersInWords } from '../values.js';

/** The facts that were used, each with its source. What was assumed stands apart. */
export function factsPart(about: About): TextPart {
  const given = about.determination.facts.filter((fact) => fact.origin !== 'assumed');
  return {
    heading: about.say('所用情况', 'Facts that were used'),
    lines: given.flatMap((fact) => lines(fact, about)),
  };
}

function lines(fact: UsedFact, { titles, rules, lang, say }: About): readonly string[] {
  const origin =
    fact.origin === 'given'
      ? ORIGIN_LABELS[rules.document.facts[fact.fact]?.origin ?? 'survey'][lang]
      : USED_ORIGIN_LABELS[fact.origin][lang];
  const from = [origin, ...(fact.source === undefined ? [] : [titles.source(fact.source)])].join(
    say('，', ', '),
  );
  const value = factInWords(fact.fact, fact.value, rules, titles);
  return [
    `${titles.fact(fact.fact)}${say('：', ': ')}${value}${say(`（${from}）`, ` (${from})`)}`,
    ...membersInWords(fact.fact, fact.value, rules, titles).map((member) => `  ${member}`),
  ];
}

/** What was assumed, and why the rules assume it. */
export function assumedPart({ determination: d, titles, rules, say }: About): TextPart {
  const assumed = d.facts.filter((fact) => fact.origin === 'assumed');
  return {
    heading: say('按规则假定的情况', 'Assumed by the rules'),
    lines: assumed.map((fact) => {
      const policy = rules.document.facts[fact.fact]?.unknown;
      const because = policy?.policy === 'assume' ? titles.reason(policy.because) : '';
      const [title, value] = [titles.fact(fact.fact), factInWords(fact.fact, fact.value, rules, titles)];
      return say(
        `${title}没有填报，按“${value}”计算，理由：${because}。如与实际不符，请提出。`,
        `${title} was not given and counts as “${value}”, because: ${because}. Say so if this is not right.`,
      );
    }),
  };
}

/** Facts that are not known, and points that nobody has given, which could raise the score. */
export function couldRaisePart(about: About): TextPart {
  return {
    heading: about.say('补充后可能加分的情况', 'What could raise the score'),
    lines: about.determination.couldRaise.map((id) =>
      id.startsWith('score.') ? unjudged(id.slice('score.'.length), about) : unknown(id, about),
    ),
  };
}

function unknown(id: string, { titles, rules, say }: About): string {
  const policy = rules.document.facts[id]?.unknown;
  const because = policy?.policy === 'no_points' ? titles.reason(policy.because) : '';
  const title = titles.fact(id);
  return say(
    `${title}：${because}。目前按不加分计算，补充后只会加分，不会减分。`,
    `${title}: ${because}. It adds nothing now, and could only add points.`,
  );
}

function unjudged(path: string, { titles, say }: About): string {
  const value = titles.part(path)?.value;
  const by = value?.kind === 'discretion' ? rolesInWords(value.by, titles) : '';
  const title = titles.partTitle(path);
  return say(
    `${title}：由${by}评定，目前还没有评定，按 0 分计算；评定后可能加分。`,
    `${title}: for ${by} to judge. Nobody has done so yet, so it counts as 0 and could add points.`,
  );
}
