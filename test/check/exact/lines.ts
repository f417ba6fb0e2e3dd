import { type CheckedProperty, type CheckReport, issueOf } from '../../../src/check/index.js';
import type { Student } from '../../../src/roster/index.js';

/** What is said of a student, in one line: facts, those of the enrolment, categories, decisions. */
function studentLine({ enrolments, facts, categories = [], decisions = [], papers, given }: Student): string {
  const [{ school: _, ...enrolled } = { school: '' }] = enrolments;
  const lists = categories.map(({ category, status }) => `${category}: ${status}`);
  const decided = decisions.map(({ on: _on, because: _because, ...one }) => JSON.stringify(one));
  return [
    ...(given === undefined ? [] : [`given ${JSON.stringify(given)}`]),
    JSON.stringify({ ...enrolled, ...facts }),
    ...lists,
    ...decided,
    ...(papers === undefined ? [] : [`${papers.length} papers`]),
  ].join('; ');
}

const valuesOf = (values: object): string =>
  Object.entries(values)
    .map(([key, value]) => ` ${key}=${value}`)
    .join('');

function findingLines(one: CheckedProperty): readonly string[] {
  const { id, status, severity, stage, setting, at, because, witness, place } = one;
  const where = [stage, setting, at].filter((text) => text !== undefined).join(' ');
  const issue = issueOf(one, 'other.yaml');
  return [
    `${status} ${severity}: ${id}${where === '' ? '' : ` (${where})`} @ ${place?.path ?? '-'} ${place?.line ?? '-'}:${place?.column ?? '-'}`,
    ...(because === undefined ? [] : [`  ${because.code}${valuesOf(because.values)}`]),
    ...(witness === undefined
      ? []
      : [
          ...witness.students.map((student, i) => `  ${i + 1} ${studentLine(student)}`),
          `  shows ${witness.shows.join(' → ')}${witness.differs === undefined ? '' : ` by ${witness.differs}`}`,
          ...(witness.changes ?? []).map(
            ({ of, id: name, before, after }) => `  ${of} ${name}: ${before} → ${after}`,
          ),
        ]),
    ...(issue === null
      ? []
      : [`  issue ${issue.severity} ${issue.code} in ${issue.place?.file}:${valuesOf(issue.values)}`]),
  ];
}

/** All that a report says, but for the count of steps and the digest of the rules. */
export function reportLines(report: CheckReport): readonly string[] {
  const { proved, byConstruction, refuted, notProved, noDirection, outside } = report.coverage;
  return [
    `${report.scheme} ${report.edition} at ${report.at.join(', ')}`,
    `${proved} proved, ${byConstruction} by construction, ${refuted} refuted, ${notProved} not proved`,
    `no direction: ${noDirection.join(', ')}`,
    ...outside.map(({ code, values }) => `outside: ${code}${valuesOf(values)}`),
    ...report.properties.flatMap(findingLines),
    ...report.reads.map(
      ({ stage = '', setting = '', facts, categories, protected: law }) =>
        `reads ${stage} ${setting}: ${facts.join(', ')}; ${categories.join(', ')}; ${law.map(({ fact, ground }) => `${fact} by ${ground}`).join(', ')}`,
    ),
    ...report.cliffs.flatMap(({ of, fact, from, to, currency, before, after, witness }) => [
      `cliff ${of}: ${fact} ${from} → ${to}: ${before} → ${after} ${currency}`,
      ...witness.students.map((student, i) => `  ${i + 1} ${studentLine(student)}`),
      `  shows ${witness.shows.join(' → ')} by ${witness.differs}`,
    ]),
  ];
}
