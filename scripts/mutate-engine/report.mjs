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

/** The lines of one room, of whose mutants `results` says what became of all, or of a sample. */
export function linesOf(room, { inAll, results }) {
  const whole = results.length === inAll;
  const of = (status) => results.filter((one) => one.status === status);
  const [killed, endless, typed] = [of('killed').length, of('endless').length, of('typed').length];
  const noticed = killed + endless + typed;
  const still = of('static');
  const tried = results.length - still.length;
  const [low, high] = wilson(noticed, tried);
  const byTests = percent(tried === 0 ? 1 : (killed + endless) / (tried - typed));
  return [
    `${room}: ${inAll} mutants, ${whole ? 'all' : `${results.length} of them`} tried`,
    `  by tests ${killed}, without end ${endless}, by the compiler ${typed}, survived ${of('survived').length},` +
      ` reached by no test ${of('unreached').length}; only while reading the module ${still.length}, left out`,
    `  noticed ${percent(tried === 0 ? 1 : noticed / tried)} %${whole ? '' : ` (${percent(low)} to ${percent(high)})`}` +
      `, by tests alone ${byTests} % of what compiles`,
    ...results
      .filter(({ status }) => status === 'survived' || status === 'unreached')
      .map(
        ({ status, mutant: { place, kind, was, replacement } }) =>
          `  ${place}: ${status === 'unreached' ? 'reached by no test: ' : ''}${kind}: ${short(was)} → ${short(replacement)}`,
      ),
  ];
}
