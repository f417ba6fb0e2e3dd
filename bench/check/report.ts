import type { Measured } from './measured.js';

const HEAD = [
  ['edition', 'hold', 'refuted', 'not proved', 'check ms', 'first ms'],
  ['by plan ms', 'ratio', 'first', 'determine ms', 'ratio'],
].flat();

const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
const tenth = (n: number): string => (n < 10 ? n.toFixed(1) : whole(n));
const ratio = (n: number): string => n.toFixed(n < 0.01 ? 4 : 3);

function rowOf(one: Measured): readonly string[] {
  const { scheme, edition, proved, byConstruction, refuted, notProved, cold, warm, evaluated, determined } =
    one;
  return [
    `${scheme} ${edition}`,
    ...[proved + byConstruction, refuted, notProved].map(String),
    tenth(warm.cpu),
    tenth(cold.cpu),
    whole(evaluated.cpu),
    ratio(warm.cpu / evaluated.cpu),
    ratio(cold.cpu / evaluated.cpu),
    whole(determined.cpu),
    ratio(warm.cpu / determined.cpu),
  ];
}

/** A line an edition, as a table in Markdown. */
export function linesOf(measured: readonly Measured[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(HEAD),
    line(HEAD.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...measured.map((one) => line(rowOf(one))),
  ];
}
