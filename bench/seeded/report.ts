import { type Measured, type Seen, wouldKnow } from './measured.js';

const whole = (n: number): string => n.toLocaleString('en-US');

function cellOf(seen: Seen): string {
  switch (seen.how) {
    case 'never':
      return '–';
    case 'occurs':
      return `${whole(seen.count)}, was ${whole(seen.without)}`;
    case 'rows':
      return `${whole(seen.count)} rows`;
    default:
      return whole(seen.count);
  }
}

const knows = (seen: Seen): string => (wouldKnow(seen) ? 'yes' : 'no');
/** In a cell of a table in Markdown. */
const code = (text: string): string => `\`${text.replace(/\s+/g, ' ').trim().replaceAll('|', '\\|')}\``;

/** A line a slip, as a table in Markdown, and what it comes to. */
export function linesOf(measured: readonly Measured[]): readonly string[] {
  const [one] = measured;
  if (one === undefined) return [];
  const kit = one.kit.students > 0;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = ['scheme', 'slip', 'finding', 'check ms', 'found', `of ${whole(one.random.students)}`, 'seen'];
  const kitHead = kit ? [`kit, of ${whole(one.kit.students)}`, 'seen'] : [];
  const rows = measured.map((each) => [
    each.scheme,
    code(each.slip),
    code(each.finding),
    whole(Math.round(each.milliseconds)),
    each.found ? 'yes' : 'no',
    cellOf(each.random),
    knows(each.random),
    ...(kit ? [cellOf(each.kit), knows(each.kit)] : []),
  ]);
  return [
    line([...head, ...kitHead]),
    line([...head, ...kitHead].map((_, i) => (i < 3 ? '---' : '--:'))),
    ...rows.map(line),
    '',
    ...summaryOf(measured, kit),
  ];
}

function summaryOf(measured: readonly Measured[], kit: boolean): readonly string[] {
  const seconds = (of: (one: Measured) => number): string =>
    measured.reduce((sum, one) => sum + of(one), 0).toFixed(1);
  const count = (of: (one: Measured) => boolean): number => measured.filter(of).length;
  const line = (who: string, found: number, time: string): string =>
    `${who}: ${found} of ${measured.length}, ${time} s of CPU`;
  return [
    line(
      'the prover',
      count(({ found }) => found),
      seconds(({ milliseconds }) => milliseconds / 1e3),
    ),
    line(
      `${whole(measured[0]?.random.students ?? 0)} students at random`,
      count(({ random }) => wouldKnow(random)),
      seconds(({ random }) => random.seconds),
    ),
    ...(kit
      ? [
          line(
            `${whole(measured[0]?.kit.students ?? 0)} students of the kit`,
            count((one) => wouldKnow(one.kit)),
            seconds((one) => one.kit.seconds),
          ),
        ]
      : []),
  ];
}
