import type { Decision } from '../../roster/index.js';
import type { RuleSet } from '../../rules/index.js';
import { type Issue, warning } from '../../value/index.js';
import { aboutText, keyText } from '../form/index.js';
import { type AnswerRow, readFact } from '../source/index.js';
import { at, type Bound, newer } from './bound.js';
import { factColumn } from './fact-item.js';
import type { QuestionKeys } from './questions.js';

/**
 * Brings answers about students to them, by content. Issues: `answer.changed` (what is known of the student has changed, so
 * it is asked again), `answer.orphan`, `answer.settled` (the fact is known now, and is what the person said; a note), and
 * those of reading a fact.
 */
export function bindStudentAnswers(
  answers: readonly AnswerRow[],
  keys: QuestionKeys,
  rules: RuleSet,
): Bound<readonly [student: string, Decision]> {
  const mine = answers.filter((answer) => answer.key.subject !== 'entry');
  const decisions: (readonly [string, Decision])[] = [];
  const earlier = new Map<string, AnswerRow>();
  const issues: Issue[] = [];
  if (mine.length === 0) return { decisions, applied: 0, aside: 0, earlier, issues };
  const byAbout = new Map(
    [...keys.given.keys()].map((student) => [keys.aboutStudent(student), student] as const),
  );
  let aside = 0;
  const putAside = (issue: Issue): void => {
    aside += 1;
    issues.push(issue);
  };
  for (const answer of mine) {
    const { key, conclusion, by, on, because, source } = answer;
    const student = byAbout.get(key.about);
    const base = { by, on, because, source };
    if (student === undefined) {
      putAside(warning('answer.orphan', {}, at(answer)));
      continue;
    }
    if (conclusion.kind === 'fact') {
      const read = factAnswer(answer, student, keys, rules);
      if ('issue' in read) putAside(read.issue);
      else decisions.push([student, { kind: 'fact', fact: read.fact, value: read.value, ...base }]);
      continue;
    }
    if (conclusion.kind === 'entry') continue;
    if (keyText(keys.student(student)) !== keyText(key)) {
      earlier.set(aboutText(key), newer(earlier.get(aboutText(key)), answer));
      putAside(warning('answer.changed', {}, at(answer)));
    } else decisions.push([student, { ...conclusion, ...base }]);
  }
  return { decisions, applied: mine.length - aside, aside, earlier, issues };
}

function factAnswer(answer: AnswerRow, student: string, keys: QuestionKeys, rules: RuleSet) {
  const { key, conclusion } = answer;
  if (conclusion.kind !== 'fact') return { issue: warning('answer.noKey', {}, at(answer)) };
  const fact = rules.facts.find(({ id }) => keys.fact(student, id).shown === key.shown);
  if (fact === undefined) return { issue: warning('answer.orphan', {}, at(answer)) };
  const reading = readFact(conclusion.value, factColumn(fact, rules), fact);
  if (reading.state !== 'known') {
    const [code, values] =
      reading.state === 'bad' ? [reading.code, reading.values] : ['row.decisionIncomplete', {}];
    return { issue: warning(code, values, at(answer, 'value')) };
  }
  const now = keys.given.get(student)?.facts?.[fact.id];
  if (now === undefined) return { fact: fact.id, value: reading.value };
  const same = JSON.stringify(now) === JSON.stringify(reading.value);
  const issue = warning(same ? 'answer.settled' : 'answer.changed', {}, at(answer, 'value'));
  return { issue: same ? { ...issue, severity: 'note' as const } : issue };
}
