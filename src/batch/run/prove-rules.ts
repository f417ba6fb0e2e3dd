import {
  type CheckedProperty,
  type CheckReport,
  check,
  errorsIn,
  placeOfFinding,
} from '../../check/index.js';
import type { RuleSet } from '../../rules/index.js';
import { error, type Issue, warning } from '../../value/index.js';
import type { Job } from '../job/index.js';

/** What was proved of the rules before anybody was decided by them, and whether they may be used. */
export interface ProvedRules {
  readonly report: CheckReport;
  /** `run.refuted` (an error: the run is refused), `run.refutedAccepted`, `run.exceptionUnused`. */
  readonly issues: readonly Issue[];
}

const MOST_KEPT = 8;
const kept = new Map<string, CheckReport>();

/** The same rules at the same day give the same report, and a program may run several jobs under them. */
function reportOf(rules: RuleSet, asOf: string): CheckReport {
  const key = `${rules.digests.document} ${asOf}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  // Without places: two files that say the same in another layout share a report, and the run keeps what is said of the rules.
  const { placeOf: _, ...said } = rules;
  const report = check(said, { at: [asOf] });
  const [oldest] = kept.keys();
  if (kept.size === MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, report);
  return report;
}

/**
 * Proves the rules of a job at its day. A refuted property whose severity is `error` refuses the run: somebody could fall
 * through, and the report has the student. A job may accept a finding by name (`exceptions`), with who, when and why; an
 * exception that meets no finding is said, because it was written for other rules.
 */
export function proveRules(rules: RuleSet, job: Job): ProvedRules {
  const { document } = job;
  const report = reportOf(rules, document.as_of);
  const exceptions = document.exceptions ?? [];
  const refuted = new Map(errorsIn(report).map((one): [string, CheckedProperty] => [one.id, one]));
  const accepted = new Map(exceptions.map((one) => [one.finding, one]));
  return {
    report,
    issues: [
      ...[...refuted.values()].map((found): Issue => {
        const place = { file: document.rules, ...placeOfFinding(rules, found) };
        const exception = accepted.get(found.id);
        return exception === undefined
          ? error('run.refuted', { finding: found.id, file: document.rules }, place)
          : {
              code: 'run.refutedAccepted',
              severity: 'note',
              values: { finding: found.id, by: exception.by, on: exception.on },
              place,
            };
      }),
      ...exceptions.flatMap(({ finding }, i) =>
        refuted.has(finding)
          ? []
          : [warning('run.exceptionUnused', { finding }, job.place(['exceptions', i]))],
      ),
    ],
  };
}
