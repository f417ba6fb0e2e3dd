import { describe, expect, test } from 'vitest';
import { find, refusedOf, rulesOf, text } from './linking.js';

type Values = Readonly<Record<string, string | number>>;

const SCORE = `
evidence: { proof: {} }
facts:
  orphan: { type: flag }
  rural:  { type: flag }
  marks:  { type: several, of: [dibao, ill] }
  cost:   { type: number, unit: CNY, range: [0, 100], step: 0.01 }
categories:
  listed: { when: rural, points: 90 }
  other:  { when: orphan, points: 40 }
  silent: { when: orphan }
score:
  parts:
    direct: { categories: best }
    named:  { categories: sum, only: [other] }
    marks:  { several: marks, options: { dibao: 100, ill: 40 }, at_most: 100, evidence: { any_of: [proof], missing: ask } }
    visit:  { discretion: [2, 15], by: [reviewer], needs: [reason], undecided: ask }
    home:
      take: sum
      at_most: 40
      weight: 30%
      parts:
        boss: { when: rural, points: -2 }
        each: { each: 8, of: cost, at_most: 18 }
        share: { points: 10, weight: 2/3, round: { step: 0.1, mode: half_up } }
  at_most: 100
  at_least: 0
  routes:
    - { id: orphan, when: orphan, base: 65, counts: [marks, home.boss], against_ordinary: instead }
tiers: [{ id: hard, from: 50 }]
`;

describe('the score', () => {
  const rules = () =>
    rulesOf(`${SCORE}
figures: { seen: score.home.boss + score, half: score.visit / 2 }
vetoes: { fake: { when: orphan, effect: zero_score, against_floor: review } }`);
  const parts = () => {
    const value = rules().score?.value;
    return value?.kind === 'section' ? value.parts : [];
  };
  const part = (path: string) => parts().find((one) => one.path === path);
  const range = (path: string) => [text(part(path)?.extent.range?.low), text(part(path)?.extent.range?.high)];

  test('parts by their paths, with what each can come to', () => {
    expect(parts().map(({ path }) => path)).toEqual(['direct', 'home', 'marks', 'named', 'visit']);
    const home = part('home');
    expect(home?.value.kind === 'section' ? home.value.parts.map(({ path }) => path) : []).toEqual([
      'home.boss',
      'home.each',
      'home.share',
    ]);
    expect(range('direct')).toEqual(['0', '90']);
    expect(range('named')).toEqual(['0', '40']);
    expect(range('visit')).toEqual(['2', '15']);
    // (-2 + 0 + 6.7) x 0.3 to (0 + 18 + 6.7) x 0.3
    expect(range('home')).toEqual(['1.41', '7.41']);
    expect(part('home')?.extent.places).toBe(3);
  });

  test('a paper that is asked for leaves 0 possible', () => {
    expect(range('marks')).toEqual(['0', '100']);
    expect(part('marks')?.evidence).toEqual({ any_of: ['proof'], missing: 'ask' });
  });

  test('rounding is settled', () => {
    const home = part('home');
    const share = home?.value.kind === 'section' ? home.value.parts[2] : undefined;
    expect([text(share?.round?.step), share?.round?.mode]).toEqual(['0.1', 'half_up']);
    expect([text(share?.extent.range?.low), share?.extent.places]).toEqual(['6.7', 1]);
  });

  test('routes and a veto to 0 widen what the score can be', () => {
    expect(rules().routes).toMatchObject([{ id: 'orphan', counts: ['marks', 'home.boss'], instead: true }]);
    expect(text(rules().routes[0]?.base)).toBe('65');
    const { range: all } = rules().score?.extent ?? {};
    expect([text(all?.low), text(all?.high)]).toEqual(['0', '100']);
  });

  test('points of a part are a name', () => {
    expect(find(rules().figures, 'seen').value).toMatchObject({
      is: {
        left: { kind: 'read', of: { kind: 'part', path: 'home.boss' } },
        right: { of: { kind: 'score' } },
      },
    });
    expect(text(find(rules().figures, 'half').range?.high)).toBe('7.5');
  });

  test('points of categories, in order of their ids', () => {
    const direct = part('direct')?.value;
    expect(
      direct?.kind === 'categories' ? direct.points.map(([id, points]) => [id, text(points)]) : [],
    ).toEqual([
      ['listed', '90'],
      ['other', '40'],
    ]);
  });
});

describe('the range of a score', () => {
  const ranged = (blocks: string) => {
    const { range } =
      rulesOf(`facts: { a: { type: flag } }\ntiers: [{ id: hard, from: 5 }]\n${blocks}`).score?.extent ?? {};
    return [text(range?.low), text(range?.high)];
  };
  test('reaches the base of a route beside it', () => {
    const part = 'x: { points: 10 }';
    const route = 'routes: [{ id: r, when: a, base: 70, counts: [x], against_ordinary: best }]';
    expect(ranged(`score: { parts: { ${part} } }`)).toEqual(['10', '10']);
    expect(ranged(`score: { parts: { ${part} }, ${route} }`)).toEqual(['10', '80']);
    expect(ranged(`score: { parts: { ${part} }, at_most: 50, ${route} }`)).toEqual(['10', '50']);
  });
  test('reaches 0 by a veto', () => {
    const veto = 'vetoes: { v: { when: a, effect: zero_score, against_floor: review } }';
    expect(ranged(`score: { parts: { x: { points: 10 } } }\n${veto}`)).toEqual(['0', '10']);
  });
});

describe('refused', () => {
  test.each<[string, string, string, string, Values]>([
    [
      'points that stay a quotient',
      '{ points: 10, weight: 2/3 }',
      'rules.needsRounding',
      'score.parts.x',
      { step: '0.01' },
    ],
    [
      'a section that stays a quotient',
      '{ weight: 1/3, parts: { y: { points: 1 } } }',
      'rules.needsRounding',
      'score.parts.x',
      { step: '0.01' },
    ],
    [
      'points that may be none',
      '{ points: gift }',
      'rules.maybeNone',
      'score.parts.x.points',
      { formula: 'gift' },
    ],
    [
      'a condition that may be none',
      '{ when: unsure, points: 1 }',
      'rules.maybeNone',
      'score.parts.x.when',
      { formula: 'unsure' },
    ],
    [
      'bounds that cross',
      '{ points: 1, at_least: 3, at_most: 2 }',
      'rules.boundsCrossed',
      'score.parts.x',
      { at_least: '3', at_most: '2' },
    ],
    [
      'a rounding without a step',
      '{ points: 1, round: { step: 0, mode: up } }',
      'rules.roundingStep',
      'score.parts.x.round.step',
      {},
    ],
    [
      'a paper that is not there',
      '{ points: 1, evidence: { any_of: [prof], missing: note } }',
      'rules.unknownEvidence',
      'score.parts.x.evidence.any_of.0',
      { evidence: 'prof' },
    ],
    [
      'a category that is not there',
      '{ categories: sum, only: [lised] }',
      'rules.unknownName',
      'score.parts.x.only.0',
      { name: 'lised', near: 'listed' },
    ],
    [
      'a category without points',
      '{ categories: sum, only: [listed] }',
      'rules.categoryWithoutPoints',
      'score.parts.x.only.0',
      { category: 'listed' },
    ],
    [
      'categories of which none has points',
      '{ categories: best }',
      'rules.categoryWithoutPoints',
      'score.parts.x',
      {},
    ],
    [
      'a fact that is not there',
      '{ several: mark, options: { a: 1 } }',
      'rules.unknownName',
      'score.parts.x.several',
      { name: 'mark', near: 'marks' },
    ],
    [
      'a fact of one option',
      '{ several: unsure, options: { a: 1 } }',
      'rules.type',
      'score.parts.x.several',
      { found: 'flag', needed: 'several' },
    ],
  ])('%s', (_, part, code, path, values) => {
    const blocks = `
facts: { unsure: { type: flag, none: allowed }, gift: { type: number, unit: point, range: [0, 1], none: allowed }, marks: { type: several, of: [a, b] } }
categories: { listed: { when: true } }
tiers: [{ id: hard, from: 1 }]
score:
  parts:
    x: ${part}`;
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });

  test.each<[string, string, string, string, Values]>([
    [
      'a part that is not there',
      'base: 1, counts: [home.rual]',
      'rules.unknownPart',
      'score.routes.0.counts.0',
      { part: 'home.rual', near: 'home.rural' },
    ],
    [
      'a part twice',
      'base: 1, counts: [home.rural, home.rural]',
      'rules.partTwice',
      'score.routes.0.counts.1',
      { part: 'home.rural', other: 'home.rural' },
    ],
    [
      'a part inside another',
      'base: 1, counts: [home, home.rural]',
      'rules.partTwice',
      'score.routes.0.counts.1',
      { part: 'home.rural', other: 'home' },
    ],
    [
      'a base that never ends',
      'base: 1/3, counts: []',
      'rules.needsRounding',
      'score.routes.0.base',
      { constant: '1/3' },
    ],
  ])('a route with %s', (_, route, code, path, values) => {
    const blocks = `
tiers: [{ id: hard, from: 1 }]
score:
  parts: { home: { parts: { rural: { points: 1 } } }, homes: { points: 1 } }
  routes: [{ id: r, when: true, ${route}, against_ordinary: best }]`;
    expect(refusedOf(blocks)).toEqual([[code, path, values]]);
  });
});

test('parts whose names only begin alike are not inside one another', () => {
  const blocks = `
tiers: [{ id: hard, from: 1 }]
score:
  parts: { home: { points: 1 }, homes: { points: 1 } }
  routes: [{ id: r, when: true, base: 1, counts: [home, homes], against_ordinary: best }]`;
  expect(rulesOf(blocks).routes[0]?.counts).toEqual(['home', 'homes']);
});
