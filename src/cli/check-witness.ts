import type { Change, CheckedProperty } from '../check/index.js';
import { factInWords, figureInWords, grouped, scalarInWords } from '../explain/index.js';
import type { FactInput, Student } from '../roster/index.js';
import { compare, parseExact } from '../value/index.js';
import type { CheckWords } from './check-words.js';
import { table } from './terminal.js';

/** What is said of one student, in the order of the rule file: by fact or list, and of people each in a row of its own. */
type Said = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** More rows of what comes out differently than these are not shown. */
const MOST_CHANGES = 12;

/**
 * The student of a refutation, or the two side by side, with what they differ in marked and what comes out differently
 * under them: parts that are worth something else, tier, money; of very much (`all`: not) only the first.
 */
export function witnessTable(
  { witness, id }: CheckedProperty,
  words: CheckWords,
  all = false,
): readonly string[] {
  if (witness === undefined) return [];
  const students = witness.students.map((student) => saidOf(student, words));
  const two = students.length > 1;
  const groups = [...new Set(students.flatMap((said) => [...said.keys()]))];
  const lists = new Set(words.rules.categories.map(({ id: category }) => words.listed(category)));
  const rowsOf = (group: string) => {
    const of = students.map((said) => said.get(group) ?? new Map<string, string>());
    return [...new Set(of.flatMap((rows) => [...rows.keys()]))].map((name) => ({
      name,
      said: of.map(
        (rows) => rows.get(name) ?? (lists.has(name) ? words.say('否', 'no') : words.say('没有', 'none')),
      ),
    }));
  };
  const differs = (group: string): boolean => rowsOf(group).some(({ said }) => said[0] !== said.at(-1));
  const ordered = [...groups.filter((group) => !differs(group)), ...groups.filter(differs)];
  const facts = ordered.flatMap(rowsOf).map(({ name, said: [first = '', second = first] }) => {
    if (!two) return [`  ${name}`, first];
    return first === second
      ? [`  ${name}`, first, words.say('同左', 'the same')]
      : [`* ${name}`, first, second];
  });
  const changed = witness.changes ?? [];
  const tier = changed.find(({ of }) => of === 'tier');
  // The tier by score is told where it is another than the tier.
  const told = changed.filter(
    ({ of, before, after }) => of !== 'scoreTier' || before !== tier?.before || after !== tier.after,
  );
  const most = all ? told.length : MOST_CHANGES;
  const left = told.length - most;
  const changes = [
    ...told.slice(0, most).map((change) => changeRow(change, words)),
    ...(left > 0 ? [[words.say(`    另有 ${left} 项`, `    and ${left} more`)]] : []),
  ];
  const last = two
    ? changes
    : [[`  ${words.say('结果', 'comes to')}`, ...witness.shows.map((text) => words.shown(id, text))]];
  const heads = two
    ? ['', words.say('学生甲', 'student A'), words.say('学生乙', 'student B')]
    : ['', words.say('这样一名学生', 'a student such as this')];
  const rows = [heads, ...facts, ...(two ? [[words.say('  结果', '  comes to')]] : []), ...last];
  return table(rows, [0, 1, 2, 3]);
}

function changeRow({ of, id, before, after }: Change, words: CheckWords): readonly string[] {
  const { titles } = words;
  const row = (name: string, inWords: (text: string) => string, order: (text: string) => number | string) => {
    const mark = direction(order(before), order(after));
    return [`    ${name}`, inWords(before), inWords(after), mark];
  };
  const dash = (text: string, say: (text: string) => string): string => (text === '' ? '–' : say(text));
  const itself = (text: string): string => text;
  switch (of) {
    case 'figure':
      return row(
        titles.figure(id),
        (text) => dash(text, (is) => figureInWords(id, asValue(is), words.rules, titles)),
        itself,
      ).slice(0, 3);
    case 'part':
      return row(
        words.say(`“${titles.partTitle(id)}”得分`, `points for ${titles.partTitle(id)}`),
        (text) => dash(text, grouped),
        itself,
      );
    case 'score':
      return row(words.say('总分', 'score'), (text) => dash(text, grouped), itself);
    case 'scoreTier':
      return row(
        words.say('按分数的档次', 'tier by score'),
        (text) => dash(text, (is) => words.outcome(is)),
        (text) => words.rules.tierIds.indexOf(text),
      );
    case 'tier':
      return row(
        words.say('档次', 'tier'),
        (text) => dash(text, (is) => words.outcome(is)),
        (text) => words.rules.tierIds.indexOf(text),
      );
    case 'veto':
    case 'floor': {
      const name =
        of === 'veto'
          ? words.say(`否决：${titles.veto(id)}`, `veto: ${titles.veto(id)}`)
          : words.say(`保底：${titles.category(id)}`, `floor: ${titles.category(id)}`);
      return row(
        name,
        (text) => (text === 'yes' ? words.say('适用', 'applies') : '–'),
        () => 0,
      );
    }
    case 'programme':
      return row(
        titles.programme(id),
        (text) => words.amount(id, text),
        (text) => (text === '' ? '0' : text),
      );
  }
}

const asValue = (text: string): boolean | string =>
  text === 'true' ? true : text === 'false' ? false : text;

function direction(before: number | string, after: number | string): string {
  if (typeof before === 'number' || typeof after === 'number')
    return before === after ? '' : before > after ? '↓' : '↑';
  const [x, y] = [parseExact(before), parseExact(after)];
  const sign = x === null || y === null ? 0 : compare(x, y);
  return sign > 0 ? '↓' : sign < 0 ? '↑' : '';
}

function saidOf(student: Student, words: CheckWords): Said {
  const { rules, titles } = words;
  const { school: _, ...enrolled } = student.enrolments[0] ?? { school: '' };
  const given: Readonly<Record<string, FactInput>> = {
    ...(enrolled as Record<string, FactInput>),
    ...student.facts,
  };
  const said = new Map<string, ReadonlyMap<string, string>>();
  const say = (name: string, value: string): void => void said.set(name, new Map([[name, value]]));
  const sayFact = (id: string, value: FactInput): void =>
    void said.set(words.fact(id), factRows(id, value, words));
  for (const { id } of rules.facts) if (Object.hasOwn(given, id)) sayFact(id, given[id] as FactInput);
  for (const { category, status } of student.categories ?? [])
    if (status === 'in') say(words.listed(category), words.say('是', 'yes'));
  for (const one of student.decisions ?? []) {
    if (one.kind === 'fact') sayFact(one.fact, one.value);
    if (one.kind === 'points') {
      const name = titles.partTitle(one.part);
      say(words.say(`评定“${name}”`, `points given for ${name}`), String(one.points));
    }
    if (one.kind === 'veto') {
      const name = titles.veto(one.veto);
      say(
        words.say(`否决“${name}”遇到保底`, `veto "${name}" against a floor`),
        one.stands ? words.say('仍然否决', 'stands') : words.say('让步', 'yields'),
      );
    }
  }
  for (const [name, value] of Object.entries(student.given ?? {}))
    if (name === 'tier') say(words.say('档次（假定）', 'tier (supposed)'), titles.tier(String(value)));
    else say(titles.figure(name), String(value));
  return said;
}

function factRows(id: string, value: FactInput, words: CheckWords): ReadonlyMap<string, string> {
  const { rules, titles } = words;
  const title = words.fact(id);
  const fact = rules.facts.find((one) => one.id === id);
  if (Array.isArray(value))
    return new Map([[title, factInWords(id, { in: value as readonly string[] }, rules, titles)]]);
  if (typeof value !== 'object' || value === null || !('list' in value)) {
    const scalar = typeof value === 'boolean' ? value : String(value);
    return new Map([[title, scalarInWords(scalar, fact?.type, titles)]]);
  }
  const people = value.list.map((person) => {
    const known = Object.entries(person).map(([name, is]) => {
      const type = fact?.people?.attributes.find((one) => one.id === name)?.type;
      const scalar = typeof is === 'boolean' ? is : String(is);
      return `${titles.attribute(id, name)}${words.say('：', ': ')}${scalarInWords(scalar, type, titles)}`;
    });
    return known.join(words.say('，', ', '));
  });
  // Rules ask for no order of people: in this one those who are alike stand beside each other.
  const rows = [...people]
    .sort()
    .map((known, i): [string, string] => [`  ${words.say(`第 ${i + 1} 人`, `person ${i + 1}`)}`, known]);
  const count = words.say(`${people.length} 人`, `${people.length}`);
  return new Map([[title, count], ...rows.filter(([, known]) => known !== '')]);
}
