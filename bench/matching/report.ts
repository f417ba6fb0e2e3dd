import type { Certified, Measured, Span } from './measured.js';

const whole = (n: number): string => Math.round(n).toLocaleString('en-US');
const one = (n: number): string => n.toFixed(1);
const two = (n: number): string => n.toFixed(2);

/** Rows of cells as columns, numbers to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? [];
  return rows.map((row) => row.map((cell, i) => cell.padStart(widths[i] ?? 0)).join('  '));
}

/** Sizes side by side; growth is the time for an entry, and for a student, over that of the size before. */
export function sizeLines(measured: readonly Measured[]): string[] {
  const head = ['students', 'entries', 'matched', 'review', 'candidates', 'build s', 'us/student', 'growth'];
  const more = ['decide s', 'entries/s', 'by wall', 'us/entry', 'growth', 'wall s', 'lists MB', 'peak MB'];
  const rows = measured.map((one_, i): string[] => {
    const before = measured[i - 1];
    const perStudent = (m: Measured): number => (m.build.cpu / m.students) * 1e6;
    const perEntry = (m: Measured): number => (m.decide.cpu / m.entries) * 1e6;
    const growth = (per: (m: Measured) => number): string =>
      before === undefined ? '' : two(per(one_) / per(before));
    return [
      whole(one_.students),
      whole(one_.entries),
      whole(one_.states.matched ?? 0),
      whole(one_.states.review ?? 0),
      whole(one_.candidates),
      two(one_.build.cpu),
      one(perStudent(one_)),
      growth(perStudent),
      two(one_.decide.cpu),
      whole(one_.entries / one_.decide.cpu),
      whole(one_.entries / one_.decide.wall),
      one(perEntry(one_)),
      growth(perEntry),
      one(one_.all.wall),
      whole(one_.listsMegabytes),
      whole(one_.peakMegabytes),
    ];
  });
  return table([[...head, ...more], ...rows]);
}

/** What a certificate costs: the same entries decided with and without them, packing taken off and shown apart. */
export function certificateLines(pairs: readonly Certified[]): string[] {
  if (pairs.length === 0) return [];
  const rows = pairs.map(({ plain, scanned, packing }): string[] => {
    const each = (of: (span: Span) => number): number =>
      ((of(scanned.decide) - of(plain.decide) - of(packing)) / scanned.certificates) * 1e3;
    return [
      whole(scanned.students),
      whole(scanned.entries),
      whole(scanned.certificates),
      two(plain.decide.cpu),
      two(scanned.decide.cpu),
      two(packing.cpu),
      two(each(({ cpu }) => cpu)),
      two(each(({ wall }) => wall)),
    ];
  });
  const head = [
    'students',
    'entries',
    'certificates',
    'without s',
    'with s',
    'packing s',
    'ms each',
    'by wall',
  ];
  return table([head, ...rows]);
}
