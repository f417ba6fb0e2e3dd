import { Dice } from '../../agreement/arbitrary/dice.js';

// Small random rule files: few facts with few values, so that every student can be gone through one by one. Valid by
// construction, and wrong often enough: points that fall, categories that hurt, amounts in the wrong order.

interface Fact {
  readonly id: string;
  readonly kind: 'flag' | 'choice' | 'number' | 'several' | 'people';
  readonly text: string;
  /** How many values it has. */
  readonly size: number;
}

const OPTIONS = ['fine', 'poor', 'worse', 'worst'];
const TIERS = ['special', 'hard', 'general'];

function draftFact(dice: Dice, id: string): Fact {
  const kind = dice.weighted([
    [30, 'flag'],
    [28, 'choice'],
    [28, 'number'],
    [8, 'several'],
    [6, 'people'],
  ] as const);
  switch (kind) {
    case 'flag': {
      const worse = dice.pick(['if_true', 'if_true', 'if_false', 'none']);
      return { id, kind, size: 2, text: `{ type: flag, worse: ${worse} }` };
    }
    case 'choice': {
      const count = dice.whole(2, 4);
      const options = OPTIONS.slice(0, count);
      const worse = dice.chance(80)
        ? 'listed'
        : dice.chance(50)
          ? 'none'
          : `[${dice.shuffled(options).slice(0, 2).join(', ')}]`;
      const none = dice.chance(15);
      return {
        id,
        kind,
        size: count + (none ? 1 : 0),
        text: `{ type: choice, of: [${options.join(', ')}], worse: ${worse}${none ? ', none: fine' : ''} }`,
      };
    }
    case 'number': {
      const high = dice.whole(2, 5);
      const worse = dice.pick(['higher', 'higher', 'lower', 'none']);
      const none = dice.chance(12);
      return {
        id,
        kind,
        size: high + 1 + (none ? 1 : 0),
        text: `{ type: number, unit: point, range: [0, ${high}], worse: ${worse}${none ? ', none: 0' : ''} }`,
      };
    }
    case 'several': {
      const worse = dice.pick(['more', 'more', 'fewer', 'none']);
      return { id, kind, size: 4, text: `{ type: several, of: [one, two], worse: ${worse} }` };
    }
    case 'people': {
      const [own, more] = [dice.pick(['if_true', 'if_false', 'none']), dice.pick(['more', 'fewer', 'none'])];
      const least = dice.whole(0, 1);
      return {
        id,
        kind,
        size: 7 - least,
        text: `{ type: people, size: [${least}, 2], worse: ${more}, of: { ill: { type: flag, worse: ${own} } } }`,
      };
    }
  }
}

const points = (dice: Dice): string =>
  dice.pick(['0', '1', '2', '3', '4', '5', '6', '8', '10', '-1', '-3', '2.5', '7']);
/** Mostly rising, so that much is right. */
function rising(dice: Dice, count: number): readonly string[] {
  const values = Array.from({ length: count }, () => Number(points(dice)));
  if (dice.chance(70)) values.sort((a, b) => a - b);
  return values.map(String);
}

function condition(dice: Dice, facts: readonly Fact[], lists: readonly string[]): string {
  const one = (): string => {
    if (lists.length > 0 && dice.chance(20)) return dice.pick(lists);
    const fact = dice.pick(facts);
    switch (fact.kind) {
      case 'flag':
        return fact.id;
      case 'choice':
        return `${fact.id} ${dice.pick(['=', '!=', '='])} ${dice.pick(OPTIONS.slice(0, 2))}`;
      case 'number':
        return `${fact.id} ${dice.pick(['>=', '<', '=', '<='])} ${dice.whole(1, 3)}`;
      case 'several':
        return `has_any(${fact.id}, [${dice.pick(['one', 'two'])}])`;
      case 'people':
        return `count(${fact.id}${dice.chance(50) ? ' where ill' : ''}) >= ${dice.whole(1, 2)}`;
    }
  };
  const a = one();
  return dice.chance(30) ? `${a} ${dice.pick(['and', 'or'])} ${one()}` : dice.chance(12) ? `not (${a})` : a;
}

/** From this seed on, parts also have what counts only on a condition: a quotient, and a row of a table. */
export const GUARDED_FROM = 1_000_000;

/** A quotient where its divisor is not 0, or a row of a table that has one; the tables go into the file. */
function guarded(dice: Dice, id: string, tables: Map<string, string>): string {
  const [least, most] = [dice.whole(0, 1), dice.whole(1, 3)];
  const [first, second, other] = [points(dice), points(dice), points(dice)];
  const down = dice.whole(0, 1);
  /** As points, or by bands of what it comes to. */
  const counted = (formula: string): string => {
    const worth = rising(dice, 3);
    return dice.chance(40)
      ? `points: "${formula}"`
      : `of: "${formula}", below: { 3: ${worth[0]}, 5: ${worth[1]} }, otherwise: ${worth[2]}`;
  };
  if (dice.chance(50))
    return counted(
      `if ${id} > ${down} then round(${dice.whole(2, 9)}[point] * 1[point] / (${id} - ${down}[point]), 1, ${dice.pick(['half_up', 'up'])}) else ${other}[point]`,
    );
  const rows = Array.from({ length: most - least + 1 }, (_, i) => [first, second, points(dice)][i % 3]);
  const name = `t${tables.size}`;
  tables.set(name, `{ unit: point, keys: [{ ${id}: ${least}..${most} }], rows: [${rows.join(', ')}] }`);
  const guard = [...(least > 0 ? [`${id} >= ${least}`] : []), `${id} <= ${most}`].join(' and ');
  return counted(`if ${guard} then ${name}[${id}] else ${other}[point]`);
}

function partOf(
  dice: Dice,
  facts: readonly Fact[],
  lists: readonly string[],
  pointed: boolean,
  tables: Map<string, string> | null,
): string {
  const fact = dice.pick(facts);
  const kind = dice.weighted([
    [40, 'own'],
    [18, 'when'],
    [14, 'hits'],
    [pointed ? 14 : 0, 'categories'],
    [10, 'discretion'],
    [12, 'formula'],
  ] as const);
  if (kind === 'categories') return `categories: ${dice.pick(['best', 'sum', 'least'])}`;
  if (kind === 'when') return `when: "${condition(dice, facts, lists)}", points: ${points(dice)}`;
  if (kind === 'discretion')
    return `discretion: [0, ${dice.whole(1, 2)}], by: [teacher], needs: [reason], undecided: 0`;
  if (kind === 'hits') {
    const cases = dice.times(dice.whole(1, 2), () => {
      return `{ when: "${condition(dice, facts, lists)}", points: ${points(dice)} }`;
    });
    return `${dice.pick(['best_of', 'sum_of', 'least_of'])}: [${cases.join(', ')}]`;
  }
  switch (fact.kind) {
    case 'flag':
      return `when: ${fact.id}, points: ${points(dice)}`;
    case 'choice': {
      const worth = rising(dice, 4);
      return `of: ${fact.id}, options: { fine: ${worth[0]}, poor: ${worth[1]} }, otherwise: ${worth[2]}`;
    }
    case 'number': {
      if (tables !== null && dice.chance(60)) return guarded(dice, fact.id, tables);
      if (kind === 'formula')
        return dice.pick([
          `points: "${fact.id} * 2 - 1"`,
          `points: "max(0, 3 - ${fact.id})"`,
          `points: "round(${fact.id} / 2, 1, half_up)"`,
          `points: "if ${fact.id} >= 2 then ${fact.id} else 3"`,
          `each: 2, of: "${fact.id} / 1[point]"`,
        ]);
      const worth = rising(dice, 3);
      return dice.pick([
        `of: ${fact.id}, up_to: { 1: ${worth[0]}, 3: ${worth[1]} }, otherwise: ${worth[2]}`,
        `of: ${fact.id}, below: { 2: ${worth[2]} }, otherwise: ${worth[0]}`,
        `of: ${fact.id}, from: { 3: ${worth[2]}, 1: ${worth[1]} }, otherwise: ${worth[0]}`,
      ]);
    }
    case 'several':
      return `several: ${fact.id}, take: ${dice.pick(['sum', 'best', 'least'])}, options: { one: ${points(dice)}, two: ${points(dice)} }`;
    case 'people':
      return `each: ${dice.whole(1, 4)}, of: "count(${fact.id}${dice.chance(50) ? ' where ill' : ''})"`;
  }
}

/** The rule file of a seed. */
export function smallRuleFile(seed: number): string {
  const dice = new Dice(seed);
  const facts: Fact[] = [];
  let students = 1;
  for (let i = 0; i < dice.whole(2, 4); i += 1) {
    const fact = draftFact(dice, `f${i}`);
    if (students * fact.size > 36) break;
    students *= fact.size;
    facts.push(fact);
  }
  const tiers = TIERS.slice(0, dice.whole(1, 3));
  const cuts = dice.some([1, 2, 3, 4, 5, 6, 8, 10, 12], tiers.length, tiers.length).sort((a, b) => b - a);
  const lists = dice.times(dice.whole(0, 2), (i) => `c${i}`);
  const pointed = lists.length > 0 && dice.chance(40);
  const categories = lists.map((id) => {
    const effects = [
      dice.chance(55) ? `floor: ${dice.pick(tiers)}` : '',
      dice.chance(12) ? `bypass: ${dice.pick(tiers)}` : '',
      pointed ? `points: ${points(dice)}` : '',
      dice.chance(25)
        ? `when: "${dice.chance(40) && !pointed ? `score_tier >= ${dice.pick(tiers)}` : condition(dice, facts, [])}"`
        : '',
    ];
    return `  ${id}: { list: civil${effects
      .filter((one) => one !== '')
      .map((one) => `, ${one}`)
      .join('')} }`;
  });
  const parts: string[] = [];
  const tables = seed < GUARDED_FROM ? null : new Map<string, string>();
  const count = dice.whole(1, 4);
  for (let i = 0; i < count; i += 1) {
    const around = [
      dice.chance(12) ? `weight: ${dice.pick(['50%', '2', '-1'])}` : '',
      dice.chance(12) ? `at_most: ${dice.whole(2, 8)}` : '',
    ]
      .filter((one) => one !== '')
      .map((one) => `, ${one}`)
      .join('');
    parts.push(`p${i}: { ${partOf(dice, facts, lists, pointed, tables)}${around} }`);
  }
  const nested = dice.chance(30) && parts.length > 1;
  const inner = nested ? parts.splice(0, 2) : [];
  const section = nested
    ? [
        `s: { ${dice.chance(50) ? `take: ${dice.pick(['best', 'least', 'sum'])}, ` : ''}${dice.chance(50) ? `at_most: ${dice.whole(2, 9)}, ` : ''}parts: { ${inner.join(', ')} } }`,
      ]
    : [];
  const routes =
    lists.length > 0 && dice.chance(10)
      ? `  routes: [{ id: r, when: "${dice.pick(lists)}", base: ${dice.whole(0, 6)}, counts: [${nested ? 's' : 'p0'}], against_ordinary: ${dice.pick(['instead', 'best'])} }]\n`
      : '';
  const veto = dice.chance(25)
    ? `vetoes:\n  v: { when: "${condition(dice, facts, [])}", effect: ${dice.pick(['not_recognised', 'zero_score', `{ cap: ${dice.pick(tiers)} }`])}, against_floor: ${dice.pick(['review', 'floor_wins'])} }\n`
    : '';
  const scope = dice.chance(12) ? `scope:\n  in_scope: { is: "${condition(dice, facts, [])}" }\n` : '';
  const amounts = (): string => {
    const values = rising(dice, 3).map((x) => `"${Math.abs(Number(x)) * 100}[CNY/year]"`);
    if (dice.chance(25)) return values[0] as string;
    if (dice.chance(15)) {
      const number = facts.find(({ kind }) => kind === 'number');
      if (number !== undefined) return `"${number.id} * 10[CNY/year/point]"`;
    }
    const options = tiers.map((tier, i) => `${tier}: ${values[tiers.length - 1 - i] ?? '"0[CNY/year]"'}`);
    return `{ by: tier, options: { ${options.join(', ')} }, otherwise: 0 }`;
  };
  const programmes = dice.times(dice.whole(0, 2), (i) => {
    const guard = dice.chance(60)
      ? `tier >= ${dice.pick(tiers)}`
      : dice.chance(50)
        ? condition(dice, facts, lists)
        : `tier = ${dice.pick(tiers)}`;
    return `  g${i}: { instrument: grant, for: "${guard}", amount: ${amounts()}, per: year, payee: student }`;
  });
  return [
    'format: 1',
    'scheme: small',
    'edition: one',
    'status: draft',
    'title: 小',
    'standing: illustrative',
    'effective: { from: 2025-09-01 }',
    'published: 2025-08-31',
    'facts:',
    ...facts.map(({ id, text }) => `  ${id}: ${text}`),
    ...(lists.length > 0 ? ['lists:', '  civil: { title: 民政 }', 'categories:', ...categories] : []),
    ...(tables === null || tables.size === 0
      ? []
      : ['tables:', ...[...tables].map(([id, text]) => `  ${id}: ${text}`)]),
    'score:',
    ...(dice.chance(15) ? [`  at_most: ${dice.whole(4, 12)}`] : []),
    '  parts:',
    ...[...section, ...parts].map((one) => `    ${one}`),
    ...(routes === '' ? [] : [routes.trimEnd()]),
    'tiers:',
    ...tiers.map((id, i) => `  - { id: ${id}, from: ${cuts[i]} }`),
    ...(veto === '' ? [] : [veto.trimEnd()]),
    ...(scope === '' ? [] : [scope.trimEnd()]),
    ...(programmes.length === 0 ? [] : ['programmes:', ...programmes]),
    '',
  ].join('\n');
}
