import type { Issue } from '../../value/index.js';
import type { About, TextPart } from '../about.js';
import { renderPlace, sentenceOf } from '../issue.js';
import { listed } from '../names.js';

/** What was handed in and could not be used. */
export function issuesPart(about: About): TextPart {
  const { determination: d, say } = about;
  return {
    heading: say('提供的信息中没能用上的', 'Handed in and not used'),
    lines: d.outcome === 'invalid' ? [] : d.issues.map((issue) => issueLine(issue, about)),
  };
}

/** What an auditor needs to find the same rules and the same day again. */
export function basisPart({ determination: d, say }: About): TextPart {
  return {
    heading: say('依据', 'Basis'),
    lines: [
      say(
        `按 ${d.asOf} 施行的规则、${d.knownAt} 为止已知的情况计算（时段 ${d.period}）。`,
        `By the rules in force on ${d.asOf} and what was known up to ${d.knownAt} (period ${d.period}).`,
      ),
      say(
        `规则 ${d.rules.scheme}，版本 ${d.rules.edition}；全文指纹 ${d.rules.document}；含义指纹 ${d.rules.meaning}。`,
        `Rules ${d.rules.scheme}, edition ${d.rules.edition}; digest of the document ${d.rules.document}; of its meaning ${d.rules.meaning}.`,
      ),
    ],
  };
}

/** An issue with the titles of what it is about; the place and the code, for those who look them up, come last. */
export function issueLine(issue: Issue, { titles, rules, lang, say }: About): string {
  const id = String(issue.values.fact ?? '');
  const fact = rules.facts.find((one) => one.id === id);
  const choice = fact?.type.kind === 'choice' ? fact.type.choice : undefined;
  const options = (fact?.options ?? []).map((option) => titles.option(choice ?? '', option));
  const values = {
    ...issue.values,
    ...(fact === undefined ? {} : { fact: titles.fact(id) }),
    ...(issue.values.options === undefined || choice === undefined ? {} : { options: listed(options, lang) }),
  };
  const place = issue.place === undefined ? '' : renderPlace(issue.place, lang);
  const where = [place, issue.code].filter((piece) => piece !== '').join(say('，', ', '));
  return `${sentenceOf({ ...issue, values }, lang)}${say(`（${where}）`, ` (${where})`)}`;
}
