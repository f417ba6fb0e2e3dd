/** A share of a sample, and what it says of the whole. */

/** The 95 % interval of Wilson for `found` of `tried`, as shares. */
export function wilson(found, tried) {
  if (tried === 0) return [0, 1];
  const z = 1.959964;
  const [share, per] = [found / tried, (z * z) / tried];
  const middle = (share + per / 2) / (1 + per);
  const half = (z * Math.sqrt((share * (1 - share)) / tried + per / (4 * tried))) / (1 + per);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

const percent = (share) => (share * 100).toFixed(1);
const short = (text) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 97)}…` : line;
};

/**
 * The lines of one room, of whose mutants `results` says what became of all, or of a sample. What was not noticed stands
 * with its reason, or in full, as it would have to be written down beside one.
 */
export function linesOf(room, { inAll, results, reasons, lineOf }) {
  const whole = results.length === inAll;
  const of = (status) => results.filter((one) => one.status === status);
  const [killed, endless, typed] = [of('killed').length, of('endless').length, of('typed').length];
  const noticed = killed + endless + typed;
  const still = of('static');
  const tried = results.length - still.length;
  const [low, high] = wilson(noticed, tried);
  const byTests = percent(tried === 0 ? 1 : (killed + endless) / (tried - typed));
  const left = results.filter(({ status }) => status === 'survived' || status === 'unreached');
  const explained = left.filter(({ mutant }) => reasons.of(mutant) !== undefined);
  const stale = results.filter(
    (one) => !left.includes(one) && one.status !== 'static' && reasons.of(one.mutant) !== undefined,
  );
  return [
    `${room}: ${inAll} mutants, ${whole ? 'all' : `${results.length} of them`} tried`,
    `  by tests ${killed}, without end ${endless}, by the compiler ${typed}, survived ${of('survived').length},` +
      ` reached by no test ${of('unreached').length}; only while reading the module ${still.length}, left out`,
    `  noticed ${percent(tried === 0 ? 1 : noticed / tried)} %${whole ? '' : ` (${percent(low)} to ${percent(high)})`}` +
      `, by tests alone ${byTests} % of what compiles; of ${left.length} not noticed ${explained.length} have a reason`,
    ...explained.map(
      ({ mutant }) =>
        `  ${mutant.place}: ${short(mutant.was)} → ${short(mutant.replacement)}: ${reasons.of(mutant)}`,
    ),
    ...left
      .filter((one) => !explained.includes(one))
      .map(({ status, mutant }) => {
        const { file, place, kind, was, replacement } = mutant;
        const said = { file, line: lineOf(mutant).trim(), was, replacement, why: '' };
        return `  ${place}: ${status === 'unreached' ? 'reached by no test: ' : ''}${kind}\n    ${JSON.stringify(said)}`;
      }),
    ...stale.map(({ mutant }) => `  ${mutant.place}: has a reason why nothing notices it, and is noticed`),
  ];
}
