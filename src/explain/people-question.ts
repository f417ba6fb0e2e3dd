import type { Question } from '../determine/index.js';
import { say } from './language.js';
import { listed, type Titles } from './names.js';
import { pieceOfFact } from './question.js';

/** Questions about one list of people, which are told together: a long list would ask for the same of everybody. */
export interface PeopleQuestion {
  readonly people: string;
  /** What is asked, in words. */
  readonly what: string;
  /** Of the first of the questions, which settles most. */
  readonly leaves: number;
}

/** Questions in their order, those about one list of people together where the first of them stands. */
export function together(
  questions: readonly Question[],
  titles: Titles,
): readonly (Question | PeopleQuestion)[] {
  const seen = new Set<string>();
  return questions.flatMap((question): (Question | PeopleQuestion)[] => {
    const people = peopleOf(question);
    if (people === null) return [question];
    if (seen.has(people)) return [];
    seen.add(people);
    const all = questions.filter((one) => peopleOf(one) === people);
    return [{ people, what: whatIsAsked(all, people, titles), leaves: question.leaves }];
  });
}

function peopleOf({ kind, id }: Question): string | null {
  if (kind !== 'fact') return null;
  const piece = pieceOfFact(id);
  return piece.piece === 'member' || piece.piece === 'attribute' ? piece.fact : null;
}

/** `第 2 人的关系、在学；是否还有第 3 至 8 人，及其关系、在学`. */
function whatIsAsked(questions: readonly Question[], people: string, titles: Titles): string {
  const pieces = questions.map(({ id }) => pieceOfFact(id));
  const further = pieces.flatMap((piece) => (piece.piece === 'member' ? [Number(piece.member)] : []));
  const attributes = new Map<number, string[]>();
  for (const piece of pieces) {
    if (piece.piece !== 'attribute') continue;
    const member = Number(piece.member);
    attributes.set(member, [...(attributes.get(member) ?? []), titles.attribute(people, piece.attribute)]);
  }
  const { lang } = titles;
  const ofListed = [...attributes]
    .filter(([member]) => !further.includes(member))
    .sort(([a], [b]) => a - b)
    .map(([member, asked]) => {
      const what = listed([...asked].sort(), lang);
      return say(lang, `第 ${member} 人的${what}`, `${what} of number ${member}`);
    });
  if (further.length === 0) return ofListed.join(say(lang, '；', '; '));
  const [first, last] = [
    further.reduce((a, b) => (b < a ? b : a)),
    further.reduce((a, b) => (b > a ? b : a)),
  ];
  const ofFurther = [...new Set(further.flatMap((member) => attributes.get(member) ?? []))].sort();
  const numbers = first === last ? String(first) : say(lang, `${first} 至 ${last}`, `${first} to ${last}`);
  const also = ofFurther.length === 0 ? '' : listed(ofFurther, lang);
  const more = say(
    lang,
    `是否还有第 ${numbers} 人${also === '' ? '' : `，及其${also}`}`,
    `whether there is a number ${numbers}${also === '' ? '' : `, with ${also}`}`,
  );
  return [...ofListed, more].join(say(lang, '；', '; '));
}
