/** One invented student of a shadow run. */
export interface Sentinel {
  readonly name: string;
  /** 18 characters. */
  readonly id: string;
  /** 全国学籍号, of the temporary kind: it holds no ID, so that nothing but the ID itself leads to its bearer. */
  readonly number: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (digits: string): string =>
  digits +
  '10X98765432'.charAt([...digits].reduce((sum, d, i) => sum + Number(d) * (WEIGHTS[i] ?? 0), 0) % 11);

/** Twelve months of 28 days. */
const BIRTHDAYS = 336;

/** Characters that are their own simplified form and are confused with none. */
const SIGNS = [...'安百春东方高海江林明平青山石天文西星雪云中北川风光和红金兰木南秋水田夏新阳雨'];

/**
 * Invented people, as many as are asked for: names of three characters, IDs of a division that nobody has, all
 * different. `division`: six digits with which no number of the real inputs begins.
 */
export class Sentinels {
  private count = 0;
  private readonly division: string;
  private readonly year: number;

  constructor(division: string, year: number) {
    this.division = division;
    this.year = year;
  }

  /** `endsInX`: the check character is X. `year`: of birth. Sequences from 450 on are no date, cut as they may be. */
  next({ endsInX = false, year = this.year, dotted = false } = {}): Sentinel {
    const n = this.count;
    this.count += 1;
    const [month, day] = [(n % 12) + 1, ((n - (n % 12)) / 12) % (BIRTHDAYS / 12)];
    const birth = `${year}${two(month)}${two(day + 1)}`;
    // A round of birthdays later, other sequences: looking for an X takes at most eleven of them, or a few more.
    for (let sequence = 450 + 25 * ((n - (n % BIRTHDAYS)) / BIRTHDAYS); ; sequence += 1) {
      const id = withCheck(`${this.division}${birth}${sequence}`);
      if (endsInX !== id.endsWith('X') || id.endsWith('000')) continue;
      const [first = '', second = ''] = [
        SIGNS[n % SIGNS.length],
        SIGNS[((n - (n % SIGNS.length)) / SIGNS.length) % SIGNS.length],
      ];
      return {
        name: dotted ? `哨${first}·${second}卫` : `哨${first}${second}`,
        id,
        number: `L${this.division}${birth}${String(n).padStart(4, '0')}`,
      };
    }
  }

  /** A grown-up of a household, who is nobody's match. */
  grownUp(): Sentinel {
    const { name, ...rest } = this.next({ year: this.year - 25 });
    return { name: `守${name.slice(1)}`, ...rest };
  }

  /** An ID that its bearer had before. */
  formerId(of: Sentinel): string {
    for (let sequence = Number(of.id.slice(14, 17)) + 250; ; sequence += 1) {
      const id = withCheck(`${of.id.slice(0, 14)}${sequence}`);
      if (!id.endsWith('000')) return id;
    }
  }
}

const two = (n: number): string => String(n).padStart(2, '0');
