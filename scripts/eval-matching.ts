/**
 * Measures matching on a synthetic city in which everything that goes wrong with a list is done on purpose, so that the
 * truth about every row is known. Prints what became of the rows; the same options give the same bytes.
 *
 *   npm run eval:matching -- [--students N] [--seed S] [--class NAME] [--json]
 *
 * Exit code 1 where a demand of `docs/matching.md` does not hold, 2 where an option is wrong.
 */

import { demandsOf } from './eval-matching/demands.js';
import { evaluate } from './eval-matching/evaluate.js';
import { readOptions } from './eval-matching/options.js';
import { reportOf } from './eval-matching/report.js';
import { summaryOf } from './eval-matching/summary.js';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(2);
}
const result = evaluate(options);
const demands = demandsOf(result);
process.stdout.write(
  options.json
    ? `${JSON.stringify(summaryOf(options, result, demands), null, 2)}\n`
    : reportOf(options, result, demands),
);
process.exitCode = demands.every(({ holds }) => holds) ? 0 : 1;
