import type { Issue } from '../../value/index.js';
import type { About, TextPart } from '../about.js';
import { renderPlace, sentenceOf } from '../issue.js';
import { roleLabel } from '../labels.js';
import { listed } from '../names.js';
import { papersInWords, pieceOfFact, questionTitle, rolesInWords } from '../question.js';

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
export function issueLine(issue: Issue, about: About): string {
  const { lang, say } = about;
  const place = issue.place === undefined ? '' : renderPlace(issue.place, lang);
  const where = [place, issue.code].filter((piece) => piece !== '').join(say('，', ', '));
  const said = sentenceOf({ ...issue, values: titled(issue.values, about) }, lang);
  return `${said}${say(`（${where}）`, ` (${where})`)}`;
}

/** Values with titles in place of the ids that the rule file has one for. */
function titled(values: Issue['values'], about: About): Issue['values'] {
  const { titles, rules, lang } = about;
  const { document } = rules;
  const known = (name: string, of: object, title: (id: string) => string): Issue['values'] => {
    const id = values[name];
    return typeof id === 'string' && Object.hasOwn(of, id) ? { [name]: title(id) } : {};
  };
  const id = String(values.fact ?? '');
  const fact = rules.facts.find((one) => one.id === pieceOfFact(id).fact);
  const choice = fact?.type.kind === 'choice' || fact?.type.kind === 'several' ? fact.type.choice : undefined;
  const options = (fact?.options ?? []).map((option) => titles.option(choice ?? '', option));
  const part = String(values.part ?? '');
  return {
    ...values,
    ...(fact === undefined ? {} : { fact: questionTitle({ kind: 'fact', id }, rules, titles) }),
    ...(values.options === undefined || choice === undefined ? {} : { options: listed(options, lang) }),
    ...(part === '' || titles.part(part) === undefined ? {} : { part: titles.partTitle(part) }),
    ...aboutWhat(values, about),
    ...known('category', document.categories, (one) => titles.category(one)),
    ...known('figure', document.figures, (one) => titles.figure(one)),
    ...known('veto', document.vetoes, (one) => titles.veto(one)),
    ...known('paper', document.evidence, (one) => titles.evidence(one)),
    ...(typeof values.papers === 'string'
      ? { papers: papersInWords(values.papers.split(', '), rules, titles) }
      : {}),
    ...(typeof values.by === 'string' ? { by: roleLabel(values.by, lang) } : {}),
    ...(typeof values.roles === 'string' ? { roles: rolesInWords(values.roles.split(', '), titles) } : {}),
  };
}

/** What a decision, a paper or a given value is about, whose kind stands beside it or in its name. */
function aboutWhat({ kind, of, given }: Issue['values'], { titles, rules }: About): Issue['values'] {
  const named = (id: string, by: (typeof KINDS)[number]): string => {
    if (by === 'part' || by === 'points') return titles.partTitle(id);
    if (by === 'category') return titles.category(id);
    return by === 'figure' ? titles.figure(id) : questionTitle({ kind: 'fact', id }, rules, titles);
  };
  const by = KINDS.find((one) => one === kind);
  const path = typeof given === 'string' && given.startsWith('score.') ? given.slice('score.'.length) : null;
  return {
    ...(typeof of === 'string' && by !== undefined ? { of: named(of, by) } : {}),
    ...(typeof given === 'string'
      ? { given: path === null ? named(given, 'figure') : named(path, 'part') }
      : {}),
  };
}

const KINDS = ['fact', 'category', 'part', 'points', 'figure'] as const;
