import type { Question } from '../determine/index.js';
import type { RuleSet } from '../rules/index.js';
import { roleLabel } from './labels.js';
import { say } from './language.js';
import type { Titles } from './names.js';
import { scalarInWords } from './values.js';

/** A fact, or a piece of one, as a question names it: `marks`, `marks.dibao`, `family.3`, `family.1.birth`. */
export type PieceOfFact =
  | { readonly piece: 'whole'; readonly fact: string }
  | { readonly piece: 'option'; readonly fact: string; readonly option: string }
  | { readonly piece: 'member'; readonly fact: string; readonly member: string }
  | {
      readonly piece: 'attribute';
      readonly fact: string;
      readonly member: string;
      readonly attribute: string;
    };

export function pieceOfFact(id: string): PieceOfFact {
  const [fact = id, first, attribute] = id.split('.');
  if (first === undefined) return { piece: 'whole', fact };
  if (!/^[0-9]+$/.test(first)) return { piece: 'option', fact, option: first };
  return attribute === undefined
    ? { piece: 'member', fact, member: first }
    : { piece: 'attribute', fact, member: first, attribute };
}

/** What a question is about, by its title: a fact or a piece of one, a category, a veto, a part, or a cell of a table. */
export function questionTitle(
  { kind, id }: Pick<Question, 'kind' | 'id'>,
  rules: RuleSet,
  titles: Titles,
): string {
  const { lang } = titles;
  switch (kind) {
    case 'fact':
      return pieceTitle(pieceOfFact(id), rules, titles);
    case 'category':
      return titles.category(id);
    case 'veto':
      return titles.veto(id);
    case 'points':
    case 'evidence':
      return titles.partTitle(id);
    case 'cell':
      return titles.site(id);
    case 'enrolment':
      return say(lang, '就读学校', 'the place of study');
    case 'decision':
      return decidedTitle(id, titles);
  }
}

/** What persons decided in two ways, or have to decide again: the tier, a part of the score, or a figure. */
function decidedTitle(id: string, titles: Titles): string {
  if (id === 'tier') return say(titles.lang, '等级认定', 'the decision of the tier');
  return id.startsWith('score.') ? titles.partTitle(id.slice('score.'.length)) : titles.figure(id);
}

function pieceTitle(piece: PieceOfFact, rules: RuleSet, titles: Titles): string {
  const title = titles.fact(piece.fact);
  const { lang } = titles;
  switch (piece.piece) {
    case 'whole':
      return title;
    case 'option': {
      const type = rules.facts.find((fact) => fact.id === piece.fact)?.type;
      return say(
        lang,
        `${title}：${scalarInWords(piece.option, type, titles)}`,
        `${title}: ${scalarInWords(piece.option, type, titles)}`,
      );
    }
    case 'member':
      return say(lang, `${title}第 ${piece.member} 人`, `${title}, number ${piece.member}`);
    case 'attribute': {
      const attribute = titles.attribute(piece.fact, piece.attribute);
      return say(
        lang,
        `${title}第 ${piece.member} 人：${attribute}`,
        `${title}, number ${piece.member}: ${attribute}`,
      );
    }
  }
}

/** Papers of which one is enough, with how old they may be. */
export function papersInWords(ids: readonly string[], rules: RuleSet, titles: Titles): string {
  const { lang } = titles;
  const papers = ids.map((id) => {
    const valid = rules.document.evidence[id]?.valid;
    const title = `“${titles.evidence(id)}”`;
    if (valid === undefined) return title;
    const [count = '', unit = ''] = valid.split(' ');
    const span = titles.span(count, unit);
    return say(lang, `近 ${span}内开具的${title}`, `${title} of the last ${span}`);
  });
  return papers.join(say(lang, '或', ' or '));
}

/** Roles in words, any of which will do. */
export function rolesInWords(roles: readonly string[], titles: Titles): string {
  const words = roles.map((role) => roleLabel(role, titles.lang));
  return words.join(say(titles.lang, '或', ' or '));
}
