import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Determination, determine } from '../../src/determine/index.js';
import { compile } from '../../src/plan/index.js';
import { determinationLine, ListedBook, readDeterminationLine, tally } from '../../src/record/index.js';
import type { Student } from '../../src/roster/index.js';
import { readRules } from '../../src/rules/index.js';

const EXPLAIN = join(import.meta.dirname, '../explain');

function planOf(file: string) {
  const rules = readRules(readFileSync(join(EXPLAIN, file), 'utf8'), { file });
  if (!rules.ok) throw new Error(JSON.stringify(rules.issues));
  const plan = compile(rules.value, { period: '2025-autumn', asOf: '2025-10-15', knownAt: '2025-11-01' });
  if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
  return plan.value;
}
const plain = planOf('rules.yaml');
const rich = planOf('rich-rules.yaml');
const index = planOf('outputs-rules.yaml');

const pupil = (over: Partial<Student> = {}): Student => ({
  key: 'S1',
  enrolments: [{ school: '1', stage: 'junior', boarder: true }],
  applied: true,
  otherCategories: 'out',
  ...over,
});
const poor = { income: '15000', members: 4, rural: true, health: 'ill' } as const;
const STUDENTS: Readonly<Record<string, readonly [typeof plain, Student]>> = {
  determined: [plain, pupil({ facts: poor })],
  undetermined: [plain, pupil({ facts: { rural: true } })],
  notApplied: [plain, pupil({ applied: false })],
  outOfScope: [plain, pupil({ enrolments: [{ school: '1', stage: 'higher' }] })],
  invalid: [plain, pupil({ key: '' })],
  declined: [
    plain,
    pupil({
      facts: poor,
      decisions: [{ kind: 'waiver', paper: '1', by: 'guardian', on: '2025-10-01', because: 'x' }],
    }),
  ],
  rich: [
    rich,
    pupil({
      facts: {
        marks: { in: ['dibao'], out: ['debts'] },
        family: { complete: false, list: [{ relation: 'parent' }, {}] },
        disaster_on: 'none',
        county: '371502',
      },
      given: { pupils: '2', 'score.home': '3' },
    }),
  ],
  outputs: [index, pupil({ facts: { income: '20000', child_birth: '2010-06-30', level: 't1' } })],
};

describe('the line of a determination', () => {
  it.each(Object.entries(STUDENTS))('%s is read back as it was', (_, [plan, student]) => {
    const determination = determine(plan, student);
    const line = determinationLine(determination);
    expect(line.endsWith('}\n')).toBe(true);
    expect(readDeterminationLine(line, plan.rules)).toEqual(determination);
  });

  it('leaves out what the student is not entitled to, and nothing else', () => {
    const determination = determine(plain, pupil({ facts: poor }));
    const states = (of: Determination) => of.awards.map((award) => award.state);
    expect(states(determination)).toContain('notEntitled');
    const written = JSON.parse(determinationLine(determination)) as Determination;
    expect(states(written)).toEqual(states(determination).filter((state) => state !== 'notEntitled'));
    expect(written.facts).toEqual(determination.facts);
  });

  it('has the figures, what was given, sets and people', () => {
    const [plan, student] = STUDENTS.rich as (typeof STUDENTS)[string];
    const written = JSON.parse(determinationLine(determine(plan, student))) as Determination;
    expect(written.figures).toContainEqual({ figure: 'pupils', value: '2', given: true });
    expect(written.trace).toContainEqual({ part: 'home', points: '3', given: true });
    expect(written.facts.find((used) => used.fact === 'marks')?.value).toEqual({
      in: ['dibao'],
      out: ['debts'],
    });
    expect(written.facts.find((used) => used.fact === 'family')?.value).toEqual({
      complete: false,
      list: [{ relation: 'parent' }, {}],
    });
  });
});

describe('counting a scheme without tiers', () => {
  const of = [pupil(), pupil({ facts: { income: 1, child_birth: 'none', level: 't0', assets: 1 } })].map(
    (student) => ({
      determination: determine(index, student),
      stage: '',
      setting: '',
      area: '',
    }),
  );

  it('counts outcomes and no tiers', () => {
    const counted = tally(of, index.rules);
    expect(counted.tiers).toEqual({});
    expect(counted.outcomes).toMatchObject({ determined: 1, undetermined: 1 });
  });
});

describe('where listed students ended', () => {
  it('a bypass is reached as a floor is, and points ask for nothing but an outcome', () => {
    const facts = { disaster_on: 'none', marks: [], county: '1', illness: false } as const;
    const student = pupil({
      facts,
      categories: [{ category: 'orphan', status: 'in' }],
      papers: [{ paper: 'hospital', issued: '2025-10-01' }],
    });
    const registered = pupil({
      key: 'S2',
      facts,
      categories: [{ category: 'registered', status: 'in' }],
      papers: [{ paper: 'hospital', issued: '2025-10-01' }],
    });
    const all = [student, registered].map((one) => determine(rich, one));
    expect(all.map((one) => one.outcome)).toEqual(['determined', 'undetermined']);
    const book = new ListedBook(rich.rules);
    for (const one of all) book.add(one);
    const tallies = book.tallies();
    expect(tallies.find((one) => one.category === 'orphan')).toMatchObject({ listed: 1, atOrAboveFloor: 1 });
    expect(tallies.find((one) => one.category === 'registered')).toMatchObject({
      listed: 1,
      undetermined: 1,
    });
  });
});
