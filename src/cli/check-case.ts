import type { CheckedProperty, CheckReport } from '../check/index.js';
import type { Student } from '../roster/index.js';

const quoted = (text: string): string => JSON.stringify(text);

/** A value as a case file writes it. */
function written(value: unknown): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /^[a-z][a-z0-9_]*$|^-?[0-9.]+$|^\d{4}-\d\d-\d\d$/.test(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, inner]) => `${name}: ${written(inner)}`)
      .join(', ')} }`;
  return 'none';
}

function caseOf(id: string, student: Student, finding: CheckedProperty, shows: string): readonly string[] {
  const { school: _, ...enrolled } = student.enrolments[0] ?? { school: '' };
  const facts = { ...enrolled, ...student.facts };
  const members = [`id: ${id}`, `title: ${quoted(finding.id)}`];
  if (Object.keys(facts).length > 0) members.push(`facts: ${written(facts)}`);
  const categories = Object.fromEntries(
    (student.categories ?? []).map(({ category, status }) => [category, status]),
  );
  if (Object.keys(categories).length > 0) members.push(`categories: ${written(categories)}`);
  if (student.papers !== undefined) members.push(`papers: ${written(student.papers)}`);
  if (student.decisions !== undefined) members.push(`decisions: ${written(student.decisions)}`);
  if (student.given !== undefined) members.push(`given: ${written(student.given)}`);
  const tier = finding.property === 'floor' || finding.id.endsWith(' tier');
  if (shows === 'outOfScope') members.push('expect: { outcome: outOfScope }');
  else
    members.push(
      tier ? `expect: { outcome: determined, tier: ${shows} }` : 'expect: { outcome: determined }',
    );
  return [`  - { ${members.join(', ')} }`];
}

/**
 * The students of every refutation as a case file: what the rules say of them today, to be put right together with the rule.
 */
export function caseFileText(report: CheckReport): string {
  const day = report.at[0] ?? '';
  const refuted = report.properties.filter(
    ({ witness, property }) => witness !== undefined && property !== 'union',
  );
  const cases = refuted.flatMap((finding, i) =>
    (finding.witness?.students ?? []).flatMap((student, k) =>
      caseOf(`found_${i + 1}_${k === 0 ? 'a' : 'b'}`, student, finding, finding.witness?.shows[k] ?? ''),
    ),
  );
  return [
    '# 由 bulou check 找到的学生：规则目前这样认定他们。改正规则后，请把预期一并改正。',
    '# Students that bulou check found, and what the rules say of them today. Put the expectation right with the rule.',
    'format: 1',
    `scheme: ${report.scheme}`,
    `edition: ${report.edition}`,
    `period: ${report.edition}`,
    `as_of: ${day}`,
    'cases:',
    ...cases,
    '',
  ].join('\n');
}
