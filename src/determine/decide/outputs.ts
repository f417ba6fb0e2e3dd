import type { FigureValue, OpenOutput, TracedFigure } from '../determination.js';
import type { KnownStudent, PossibleOutput, View } from '../resolution.js';

/** Figures that rest on nothing unknown, and outputs that come out the same whatever is not known; in order of ids. */
export function tracedFigures(
  view: View,
  known: KnownStudent,
  outputs: readonly PossibleOutput[],
): readonly TracedFigure[] {
  const values = new Map(view.figures);
  for (const output of outputs) {
    const value = settledValue(output);
    if (value !== null) values.set(output.figure, value);
  }
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([figure, value]) => ({ figure, value, ...(known.given.has(figure) ? { given: true } : {}) }));
}

/** The one value of an output over all completions, or `null` where there are several. */
function settledValue({ least, most, among, none }: PossibleOutput): FigureValue | null {
  if (least !== null) return !none && least === most ? least : null;
  const [first, ...others] = among;
  if (first === undefined) return none ? 'none' : null;
  return others.length === 0 && !none ? first : null;
}

/** What the outputs that are not settled can come to. */
export function openOutputs(outputs: readonly PossibleOutput[]): readonly OpenOutput[] {
  return outputs
    .filter((output) => settledValue(output) === null)
    .map(({ figure, least, most, among, none }) => {
      const values: readonly FigureValue[] = none ? [...among, 'none'] : among;
      return {
        figure,
        ...(least === null || most === null ? {} : { between: { least, most } }),
        ...(values.length === 0 ? {} : { among: values }),
      };
    });
}
