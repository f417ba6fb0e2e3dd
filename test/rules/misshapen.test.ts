import { expect, test } from 'vitest';
import { readRules } from '../../src/rules/index.js';

// A block that is not of its shape: the one thing that is wrong with it, where, and what would be right.

const HEAD = `format: 1
scheme: xx-sample
edition: 2025
title: 样例
standing: illustrative
status: draft
effective: { from: 2025-09-01 }
published: 2025-08-01
`;

type Values = Readonly<Record<string, string | number>>;

/** A block on the ninth line, and what is said: line and column, path and code, and the values of the sentence. */
const MISSHAPEN: readonly (readonly [block: string, ...found: (readonly [at: string, values: Values])[]])[] =
  [
    // Three digits behind a comma are thousands, and not four.
    [
      'facts: { x: { type: number, unit: CNY, range: [1,0000, 2] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [1,00, 2] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [1234,000, 2] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2' }],
    ],
    // A list of two is asked for, and not a word of two letters.
    [
      'facts: { x: { type: number, unit: CNY, range: 5 } }',
      ['9:47 facts.x.range rules.kind', { found: 'scalar', needed: 'list' }],
    ],
    [
      'facts: { x: { type: people, size: 3, of: {} } }',
      ['9:35 facts.x.size rules.kind', { found: 'scalar', needed: 'list' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: level, rows: { a: 1 } } }',
      ['9:33 tables.t.keys rules.kind', { found: 'scalar', needed: 'list' }],
    ],
    ['facts: low', ['9:8 facts rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['facts: [a, b]', ['9:8 facts rules.kind', { found: 'list', needed: 'mapping' }]],
    ['facts: { x: flag }', ['9:13 facts.x rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['facts: { x: [flag] }', ['9:13 facts.x rules.kind', { found: 'list', needed: 'mapping' }]],
    ['facts: { x: { type: [flag] } }', ['9:21 facts.x.type rules.kind', { found: 'list', needed: 'scalar' }]],
    [
      'facts: { x: { type: { a: b } } }',
      ['9:21 facts.x.type rules.kind', { found: 'mapping', needed: 'scalar' }],
    ],
    ['facts: { x: {} }', ['9:10 facts.x rules.missingKey', { key: 'type' }]],
    ['facts: { x: { typ: flag } }', ['9:15 facts.x.typ rules.unknownKey', { key: 'typ', near: 'type' }]],
    ['facts: { x: { worse: none } }', ['9:10 facts.x rules.missingKey', { key: 'type' }]],
    [
      'facts: { x: { type: flg } }',
      [
        '9:21 facts.x.type rules.notOneOf',
        { option: 'flg', options: 'flag, choice, number, date, code, several, people', near: 'flag' },
      ],
    ],
    [
      'facts: { x: { type: number } }',
      ['9:10 facts.x rules.missingKey', { key: 'unit' }],
      ['9:10 facts.x rules.missingKey', { key: 'range' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: { a: b } } }',
      ['9:47 facts.x.range rules.kind', { found: 'mapping', needed: 'list' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [1] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '2', most: '' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [1, 2, 3] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [1,000, 2] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2', whole: '1_000' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [0, 100,000] } }',
      ['9:47 facts.x.range rules.count', { found: 'range', least: '', most: '2', whole: '100_000' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [0, 9], wrose: lower } }',
      ['9:55 facts.x.wrose rules.unknownKey', { key: 'wrose', near: 'worse' }],
    ],
    [
      'facts: { x: { type: number, unit: CNY, range: [0, 9], step: [1] } }',
      ['9:61 facts.x.step rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    [
      'facts: { x: { type: number, unit: [CNY], range: [0, 9] } }',
      ['9:35 facts.x.unit rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    [
      'facts: { x: { type: flag, worse: higher } }',
      ['9:34 facts.x.worse rules.notOneOf', { option: 'higher', options: 'if_true, if_false, none' }],
    ],
    [
      'facts: { x: { type: flag, worse: [a, b] } }',
      ['9:34 facts.x.worse rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    ['facts: { x: { type: choice } }', ['9:10 facts.x rules.missingKey', { key: 'of' }]],
    [
      'facts: { x: { type: choice, of: [a] } }',
      ['9:33 facts.x.of rules.count', { found: 'of', least: '2', most: '' }],
    ],
    [
      'facts: { x: { type: choice, of: { a: b } } }',
      ['9:33 facts.x.of rules.kind', { found: 'mapping', needed: 'list' }],
    ],
    ['facts: { x: { type: choice, of: [a, B] } }', ['9:37 facts.x.of.1 rules.id', { found: 'B' }]],
    [
      'facts: { x: { type: choice, of: [a, b], worse: listd } }',
      ['9:48 facts.x.worse rules.notOneOf', { option: 'listd', options: 'listed, none', near: 'listed' }],
    ],
    [
      'facts: { x: { type: choice, of: [a, b], worse: [a] } }',
      ['9:48 facts.x.worse rules.count', { found: 'worse', least: '2', most: '' }],
    ],
    ['facts: { X: { type: flag } }', ['9:10 facts.X rules.id', { found: 'X' }]],
    [
      'facts: { x: { type: flag, unknown: ak } }',
      ['9:36 facts.x.unknown rules.notOneOf', { option: 'ak', options: 'ask, block', near: 'ask' }],
    ],
    [
      'facts: { x: { type: flag, unknown: { assume: true } } }',
      ['9:27 facts.x.unknown rules.missingKey', { key: 'because' }],
    ],
    [
      'facts: { x: { type: flag, unknown: { asume: true, because: 因 } } }',
      ['9:38 facts.x.unknown.asume rules.unknownKey', { key: 'asume', near: 'assume' }],
    ],
    [
      'facts: { x: { type: flag, unknown: { no_point: 因 } } }',
      ['9:38 facts.x.unknown.no_point rules.unknownKey', { key: 'no_point', near: 'no_points' }],
    ],
    [
      'facts: { x: { type: flag, unknown: [ask] } }',
      ['9:36 facts.x.unknown rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    ['facts: { x: { type: people, size: [0, 3] } }', ['9:10 facts.x rules.missingKey', { key: 'of' }]],
    [
      'facts: { x: { type: people, size: [0, 3], of: { a: { type: people, size: [0, 1], of: {} } } } }',
      [
        '9:60 facts.x.of.a.type rules.notOneOf',
        { option: 'people', options: 'flag, choice, number, date, code' },
      ],
    ],
    [
      'facts: { x: { type: people, size: [0, 3], of: { a: { type: flag, origin: survey } } } }',
      [
        '9:66 facts.x.of.a.origin rules.unknownKey',
        { key: 'origin', known: 'none, of, ordered, range, step, title, titles, type, unit, worse' },
      ],
    ],
    [
      'facts: { x: { type: flag, by: [] } }',
      ['9:31 facts.x.by rules.count', { found: 'by', least: '1', most: '' }],
    ],
    [
      'facts: { x: { type: flag, by: teacher } }',
      ['9:31 facts.x.by rules.kind', { found: 'scalar', needed: 'list' }],
    ],
    [
      'facts: { x: { type: flag, evidence: proof } }',
      ['9:37 facts.x.evidence rules.kind', { found: 'scalar', needed: 'mapping' }],
    ],
    [
      'facts: { x: { type: flag, evidence: { any_of: [a] } } }',
      ['9:27 facts.x.evidence rules.missingKey', { key: 'missing' }],
    ],
    [
      'facts: { x: { type: flag, origin: nowhere } }',
      [
        '9:35 facts.x.origin rules.notOneOf',
        {
          option: 'nowhere',
          options: 'survey, enrolment, roster, visit, peer_review, big_data, previous_run, reviewer',
        },
      ],
    ],
    [
      'facts: { x: { type: flag, title: [a] } }',
      ['9:34 facts.x.title rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    [
      'facts: { x: { type: flag, title: { en: a } } }',
      ['9:27 facts.x.title rules.missingKey', { key: 'zh' }],
    ],
    [
      'facts: { x: { type: flag, title: { zh: 一, de: a } } }',
      ['9:43 facts.x.title.de rules.unknownKey', { key: 'de', known: 'en, zh' }],
    ],
    [
      'facts: { x: { type: flag, source: { at: 第三条 } } }',
      ['9:27 facts.x.source rules.missingKey', { key: 'in' }],
    ],
    [
      'facts: { x: { type: flag, none: maybe } }',
      ['9:33 facts.x.none rules.notOneOf', { option: 'maybe', options: 'allowed' }],
    ],
    ['facts: { x: { type: date, none: maybe } }', ['9:33 facts.x.none rules.date', { found: 'maybe' }]],
    ['parameters: { p: 5 }', ['9:18 parameters.p rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['parameters: { p: { unit: CNY } }', ['9:15 parameters.p rules.missingKey', { key: 'dated' }]],
    ['parameters: { p: { is: 5 } }', ['9:15 parameters.p rules.missingKey', { key: 'unit' }]],
    [
      'parameters: { p: { unit: CNY, is: 5, dated: { 2020-01-01: 5 } } }',
      [
        '9:31 parameters.p.is rules.unknownKey',
        { key: 'is', known: 'before, dated, range, source, step, title, unit' },
      ],
    ],
    [
      'parameters: { p: { unit: CNY, dated: { 2020-13-01: 5 } } }',
      ['9:40 parameters.p.dated.2020-13-01 rules.date', { found: '2020-13-01' }],
    ],
    [
      'parameters: { p: { unit: CNY, dated: { 2020-01-01: five } } }',
      ['9:52 parameters.p.dated.2020-01-01 rules.number', { found: 'five' }],
    ],
    [
      'parameters: { p: { unit: CNY, dated: [5] } }',
      ['9:38 parameters.p.dated rules.kind', { found: 'list', needed: 'mapping' }],
    ],
    [
      'parameters: { p: { unit: CNY, dated: { 2020-01-01: 5 }, befor: 3 } }',
      ['9:57 parameters.p.befor rules.unknownKey', { key: 'befor', near: 'before' }],
    ],
    [
      'parameters: { p: { unit: CNY, dated: { 2020-01-01: 5 }, before: unkown } }',
      ['9:65 parameters.p.before rules.notOneOf', { option: 'unkown', options: 'unknown', near: 'unknown' }],
    ],
    ['tables: { t: { unit: CNY, rows: { a: 1 } } }', ['9:11 tables.t rules.missingKey', { key: 'keys' }]],
    [
      'tables: { t: { unit: CNY, keys: [], rows: { a: 1 } } }',
      ['9:33 tables.t.keys rules.count', { found: 'keys', least: '1', most: '' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [{ a: 1..2, b: 1..2 }], rows: [1] } }',
      ['9:34 tables.t.keys.0 rules.count', { found: '0', least: '1', most: '1' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [{ a: 1-2 }], rows: [1] } }',
      ['9:39 tables.t.keys.0.a rules.keyType', { found: '1-2' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [a], row: { a: 1 } } }',
      ['9:38 tables.t.row rules.unknownKey', { key: 'row', near: 'rows' }],
    ],
    ['tables: { t: { unit: CNY, keys: [a] } }', ['9:11 tables.t rules.missingKey', { key: 'rows' }]],
    ['tables: { t: { keys: [a], rows: { a: 1 } } }', ['9:11 tables.t rules.missingKey', { key: 'unit' }]],
    [
      'tables: { t: { unit: CNY, keys: [a], rows: 5 } }',
      ['9:44 tables.t.rows rules.kind', { found: 'scalar', needed: 'mapping' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [a], match: prefx, rows: { a: 1 } } }',
      ['9:45 tables.t.match rules.notOneOf', { option: 'prefx', options: 'prefix', near: 'prefix' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [a], rows: { file: x.txt } } }',
      ['9:52 tables.t.rows.file rules.fileName', { found: 'x.txt' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [a], rows: { a: [] } } }',
      ['9:46 tables.t.rows.a rules.tableShape', { keys: 1 }],
    ],
    [
      'tables: { t: { columns: [], keys: [a], rows: { a: [1] } } }',
      ['9:25 tables.t.columns rules.count', { found: 'columns', least: '1', most: '' }],
    ],
    [
      'tables: { t: { columns: [{ a: CNY, b: CNY }], keys: [a], rows: { a: [1] } } }',
      ['9:26 tables.t.columns.0 rules.count', { found: '0', least: '1', most: '1' }],
    ],
    [
      'tables: { t: { unit: CNY, keys: [a, b, c, d, e], rows: { a: 1 } } }',
      ['9:33 tables.t.keys rules.count', { found: 'keys', least: '', most: '4' }],
    ],
    [
      'schedules: { s: { unit: CNY, up_to: { 1: 1 } } }',
      ['9:14 schedules.s rules.missingKey', { key: 'otherwise' }],
    ],
    [
      'schedules: { s: { unit: CNY, upto: { 1: 1 }, otherwise: 1 } }',
      ['9:30 schedules.s.upto rules.unknownKey', { key: 'upto', near: 'up_to' }],
    ],
    [
      'schedules: { s: { unit: CNY, up_to: [1], otherwise: 1 } }',
      ['9:37 schedules.s.up_to rules.kind', { found: 'list', needed: 'mapping' }],
    ],
    [
      'schedules: { s: { unit: CNY, up_to: { one: 1 }, otherwise: 1 } }',
      ['9:39 schedules.s.up_to.one rules.number', { found: 'one' }],
    ],
    ['schedules: { s: { unit: CNY, keys: [a] } }', ['9:14 schedules.s rules.missingKey', { key: 'rows' }]],
    [
      'schedules: { s: { unit: CNY, keys: [a], rows: { a: 5 } } }',
      ['9:52 schedules.s.rows.a rules.kind', { found: 'scalar', needed: 'mapping' }],
    ],
    ['figures: { x: [1] }', ['9:15 figures.x rules.kind', { found: 'list', needed: 'scalar' }]],
    ['figures: { x: {} }', ['9:12 figures.x rules.missingKey', { key: 'is' }]],
    ['figures: { x: { if: 1 } }', ['9:17 figures.x.if rules.unknownKey', { key: 'if', near: 'is' }]],
    ['figures: { x: { is: [1] } }', ['9:21 figures.x.is rules.kind', { found: 'list', needed: 'scalar' }]],
    [
      'figures: { x: { is: 1, by: 2 } }',
      [
        '9:24 figures.x.by rules.unknownKey',
        { key: 'by', known: 'for, gives, is, none, only_if, override, range, source, title, unit' },
      ],
    ],
    [
      'figures: { x: { by: own, option: { a: 1 } } }',
      ['9:26 figures.x.option rules.unknownKey', { key: 'option', near: 'options' }],
    ],
    ['figures: { x: { by: own } }', ['9:12 figures.x rules.missingKey', { key: 'options' }]],
    [
      'figures: { x: { by: own, options: [1] } }',
      ['9:35 figures.x.options rules.kind', { found: 'list', needed: 'mapping' }],
    ],
    ['figures: { x: { by: own, options: { A: 1 } } }', ['9:37 figures.x.options.A rules.id', { found: 'A' }]],
    [
      'figures: { x: { of: a, below: {}, otherwise: 1 } }',
      ['9:31 figures.x.below rules.count', { found: 'below', least: '1' }],
    ],
    ['figures: { x: { of: a, below: { 1: 1 } } }', ['9:12 figures.x rules.missingKey', { key: 'otherwise' }]],
    [
      'figures: { x: { of: a, below: { one: 1 }, otherwise: 1 } }',
      ['9:33 figures.x.below.one rules.number', { found: 'one' }],
    ],
    [
      'figures: { x: { of: a, bellow: { 1: 1 }, otherwise: 1 } }',
      ['9:24 figures.x.bellow rules.unknownKey', { key: 'bellow', near: 'below' }],
    ],
    [
      'figures: { x: { of: a, bands: [], otherwise: 1 } }',
      ['9:31 figures.x.bands rules.count', { found: 'bands', least: '1', most: '' }],
    ],
    [
      'figures: { x: { of: a, bands: [{ up_to: 1 }], otherwise: 1 } }',
      ['9:32 figures.x.bands.0 rules.missingKey', { key: 'is' }],
    ],
    [
      'figures: { x: { first: [] } }',
      ['9:24 figures.x.first rules.count', { found: 'first', least: '1', most: '' }],
    ],
    [
      'figures: { x: { first: [{ when: a, is: 1 }] } }',
      ['9:25 figures.x.first.0 rules.otherwiseLast', { found: 'mapping' }],
    ],
    [
      'figures: { x: { first: [{ otherwise: 1 }, { when: a, is: 1 }] } }',
      ['9:25 figures.x.first.0 rules.otherwiseLast', { found: 'mapping' }],
    ],
    [
      'figures: { x: { first: [{ wen: a, is: 1 }, { otherwise: 1 }] } }',
      ['9:27 figures.x.first.0.wen rules.unknownKey', { key: 'wen', near: 'when' }],
    ],
    [
      'figures: { x: { sum: [] } }',
      ['9:22 figures.x.sum rules.count', { found: 'sum', least: '1', most: '' }],
    ],
    ['figures: { x: { sum: [{ when: a }] } }', ['9:23 figures.x.sum.0 rules.missingKey', { key: 'is' }]],
    [
      'figures: { x: { top: two, of: [{ when: a, is: 1 }, { when: b, is: 1 }] } }',
      ['9:22 figures.x.top rules.number', { found: 'two' }],
    ],
    [
      'figures: { x: { top: 1, of: [{ when: a, is: 1 }] } }',
      ['9:29 figures.x.of rules.count', { found: 'of', least: '2', most: '' }],
    ],
    ['figures: { x: { dated: {} } }', ['9:24 figures.x.dated rules.count', { found: 'dated', least: '1' }]],
    ['figures: { x: { dated: { 2020: 1 } } }', ['9:26 figures.x.dated.2020 rules.date', { found: '2020' }]],
    [
      'figures: { x: { dated: { 2020-01-01: { by: own } } } }',
      ['9:26 figures.x.dated.2020-01-01 rules.missingKey', { key: 'options' }],
    ],
    [
      'figures: { x: { is: 1, none: 0, onlyif: a } }',
      ['9:33 figures.x.onlyif rules.unknownKey', { key: 'onlyif', near: 'only_if' }],
    ],
    ['score: 5', ['9:8 score rules.kind', { found: 'scalar', needed: 'mapping' }]],
    [
      'score: { part: { a: { points: 1 } } }',
      ['9:10 score.part rules.unknownKey', { key: 'part', near: 'parts' }],
    ],
    ['score: { parts: { a: 5 } }', ['9:22 score.parts.a rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['score: { parts: { a: {} } }', ['9:19 score.parts.a rules.missingKey', { key: 'points' }]],
    [
      'score: { parts: { a: { point: 1 } } }',
      ['9:24 score.parts.a.point rules.unknownKey', { key: 'point', near: 'points' }],
    ],
    [
      'score: { parts: { a: { points: 1, wen: b } } }',
      ['9:35 score.parts.a.wen rules.unknownKey', { key: 'wen', near: 'when' }],
    ],
    [
      'score: { parts: { a: { points: 1, round: { step: 1 } } } }',
      ['9:35 score.parts.a.round rules.missingKey', { key: 'mode' }],
    ],
    [
      'score: { parts: { a: { points: 1, round: { step: 1, mode: halfup } } } }',
      [
        '9:59 score.parts.a.round.mode rules.notOneOf',
        {
          option: 'halfup',
          options: 'half_up, half_away, half_even, up, down, toward_zero',
          near: 'half_up',
        },
      ],
    ],
    [
      'score: { parts: { a: { discretion: [1, 2], by: [r] } } }',
      ['9:19 score.parts.a rules.missingKey', { key: 'undecided' }],
    ],
    [
      'score: { parts: { a: { discretion: [1, 2], by: [r], undecided: 1 } } }',
      ['9:64 score.parts.a.undecided rules.notOneOf', { option: '1', options: '0, ask', near: '0' }],
    ],
    [
      'score: { parts: { a: { discretion: [1], by: [r], undecided: 0 } } }',
      ['9:36 score.parts.a.discretion rules.count', { found: 'discretion', least: '2', most: '' }],
    ],
    [
      'score: { parts: { a: { recent: d, up_to: { 1 yeer: 1 }, otherwise: 0 } } }',
      ['9:44 score.parts.a.up_to.1 yeer rules.span', { found: '1 yeer' }],
    ],
    [
      'score: { parts: { a: { recent: d, otherwise: 0 } } }',
      ['9:19 score.parts.a rules.missingKey', { key: 'up_to' }],
    ],
    ['score: { parts: { a: { several: m } } }', ['9:19 score.parts.a rules.missingKey', { key: 'options' }]],
    [
      'score: { parts: { a: { several: m, options: { a: 1 }, take: most } } }',
      ['9:61 score.parts.a.take rules.notOneOf', { option: 'most', options: 'sum, best, least' }],
    ],
    [
      'score: { parts: { a: { categories: bst } } }',
      [
        '9:36 score.parts.a.categories rules.notOneOf',
        { option: 'bst', options: 'best, sum, least', near: 'best' },
      ],
    ],
    ['score: { parts: { a: { each: 1 } } }', ['9:19 score.parts.a rules.missingKey', { key: 'of' }]],
    [
      'score: { parts: { a: { parts: { b: { pints: 1 } } } } }',
      ['9:38 score.parts.a.parts.b.pints rules.unknownKey', { key: 'pints', near: 'points' }],
    ],
    [
      'score: { parts: { a: { points: 1 } }, routes: [{ id: r }] }',
      ['9:48 score.routes.0 rules.missingKey', { key: 'when' }],
      ['9:48 score.routes.0 rules.missingKey', { key: 'base' }],
      ['9:48 score.routes.0 rules.missingKey', { key: 'counts' }],
      ['9:48 score.routes.0 rules.missingKey', { key: 'against_ordinary' }],
    ],
    [
      'score: { parts: { a: { points: 1 } }, take: most }',
      ['9:45 score.take rules.notOneOf', { option: 'most', options: 'sum, best, least' }],
    ],
    [
      'score: { parts: { a: { points: 1, weight: heavy } } }',
      ['9:43 score.parts.a.weight rules.number', { found: 'heavy' }],
    ],
    [
      'score: { parts: { a: { points: 1 } }, routes: [{ id: r, when: a, base: 1, counts: [a], against_ordinary: always }] }',
      [
        '9:106 score.routes.0.against_ordinary rules.notOneOf',
        { option: 'always', options: 'instead, best' },
      ],
    ],
    ['tiers: hard', ['9:8 tiers rules.kind', { found: 'scalar', needed: 'list' }]],
    ['tiers: []', ['9:8 tiers rules.count', { found: 'tiers', least: '1', most: '' }]],
    ['tiers: [hard]', ['9:9 tiers.0 rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['tiers: [{ from: 5 }]', ['9:9 tiers.0 rules.missingKey', { key: 'id' }]],
    ['tiers: [{ id: hard }]', ['9:9 tiers.0 rules.tiersMixed', { tier: 'hard' }]],
    ['tiers: [{ id: hard, frm: 5 }]', ['9:21 tiers.0.frm rules.unknownKey', { key: 'frm', near: 'from' }]],
    ['tiers: [{ id: hard, from: 5, when: a }]', ['9:9 tiers.0 rules.tiersMixed', { tier: 'hard' }]],
    ['tiers: { of: x }', ['9:1 tiers rules.missingKey', { key: 'list' }]],
    ['tiers: { of: x, list: [] }', ['9:23 tiers.list rules.count', { found: 'list', least: '1', most: '' }]],
    [
      'tiers: { of: x, list: [{ id: hard, from: 5 }] }',
      ['9:36 tiers.list.0.from rules.unknownKey', { key: 'from', known: 'id, source, title' }],
    ],
    [
      'tiers: [{ id: hard, from: 5 }, { id: soft, when: a }]',
      ['9:32 tiers.1 rules.tiersMixed', { tier: 'soft' }],
    ],
    [
      'vetoes: { v: { when: a, effect: none, against_floor: review } }',
      ['9:33 vetoes.v.effect rules.notOneOf', { option: 'none', options: 'not_recognised, zero_score' }],
    ],
    [
      'vetoes: { v: { when: a, effect: { cap: [a] }, against_floor: review } }',
      ['9:40 vetoes.v.effect.cap rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    [
      'vetoes: { v: { when: a, effect: { cup: a }, against_floor: review } }',
      ['9:35 vetoes.v.effect.cup rules.unknownKey', { key: 'cup', near: 'cap' }],
    ],
    [
      'vetoes: { v: { when: a, effect: zero_score } }',
      ['9:11 vetoes.v rules.missingKey', { key: 'against_floor' }],
    ],
    ['scope: { s: a }', ['9:13 scope.s rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['scope: { s: { if: a } }', ['9:15 scope.s.if rules.unknownKey', { key: 'if', near: 'is' }]],
    [
      'programmes: { p: { for: a } }',
      ['9:15 programmes.p rules.missingKey', { key: 'instrument' }],
      ['9:15 programmes.p rules.missingKey', { key: 'amount' }],
      ['9:15 programmes.p rules.missingKey', { key: 'per' }],
      ['9:15 programmes.p rules.missingKey', { key: 'payee' }],
    ],
    [
      'programmes: { p: { instrument: gift, for: a, amount: 1, per: year, payee: student } }',
      [
        '9:32 programmes.p.instrument rules.notOneOf',
        { option: 'gift', options: 'scholarship, grant, work_study, subsidy, waiver, exemption, loan' },
      ],
    ],
    [
      'programmes: { p: { instrument: grant, for: a, amount: { unstated: 5, is: 1 }, per: year, payee: student } }',
      [
        '9:70 programmes.p.amount.is rules.unknownKey',
        { key: 'is', known: 'by, first, of, options, top, unstated' },
      ],
    ],
    [
      'programmes: { p: { instrument: grant, for: a, amount: [1], per: year, payee: student } }',
      ['9:55 programmes.p.amount rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    [
      'programmes: { p: { instrument: grant, for: a, per: year, payee: student } }',
      ['9:15 programmes.p rules.missingKey', { key: 'amount' }],
    ],
    ['outputs: x', ['9:10 outputs rules.kind', { found: 'scalar', needed: 'list' }]],
    ['outputs: []', ['9:10 outputs rules.count', { found: 'outputs', least: '1', most: '' }]],
    ['outputs: [X]', ['9:11 outputs.0 rules.id', { found: 'X' }]],
    ['outputs: [[x]]', ['9:11 outputs.0 rules.kind', { found: 'list', needed: 'scalar' }]],
    ['units: km', ['9:8 units rules.kind', { found: 'scalar', needed: 'list' }]],
    [
      'dates: { month_end: middle }',
      ['9:21 dates.month_end rules.notOneOf', { option: 'middle', options: 'last_day, next_first' }],
    ],
    [
      'dates: { month: last_day }',
      ['9:10 dates.month rules.unknownKey', { key: 'month', known: 'leap_birthday, month_end, school_year' }],
    ],
    ['sources: { s: 通知 }', ['9:15 sources.s rules.kind', { found: 'scalar', needed: 'mapping' }]],
    [
      'sources: { s: { title: 通知, grade: D } }',
      ['9:35 sources.s.grade rules.notOneOf', { option: 'D', options: 'A, B, C, G', near: 'A' }],
    ],
    [
      'lists: { l: { attributes: { a: { type: number } } } }',
      ['9:40 lists.l.attributes.a.type rules.notOneOf', { option: 'number', options: 'flag, choice' }],
    ],
    [
      'lists: { l: { attribute: {} } }',
      ['9:15 lists.l.attribute rules.unknownKey', { key: 'attribute', near: 'attributes' }],
    ],
    [
      'categories: { c: { lst: x } }',
      ['9:20 categories.c.lst rules.unknownKey', { key: 'lst', near: 'list' }],
    ],
    [
      'categories: { c: { when: [a] } }',
      ['9:26 categories.c.when rules.kind', { found: 'list', needed: 'scalar' }],
    ],
    ['evidence: { e: 5 }', ['9:16 evidence.e rules.kind', { found: 'scalar', needed: 'mapping' }]],
    ['evidence: { e: { valid: soon } }', ['9:25 evidence.e.valid rules.span', { found: 'soon' }]],
    ['choices: { c: [a] }', ['9:15 choices.c rules.count', { found: 'c', least: '2', most: '' }]],
    ['choices: { c: a }', ['9:15 choices.c rules.kind', { found: 'scalar', needed: 'mapping' }]],
    [
      'choices: { c: { of: [a, b], order: true } }',
      ['9:29 choices.c.order rules.unknownKey', { key: 'order', near: 'ordered' }],
    ],
    [
      'choices: { c: { of: [a, b], ordered: yes } }',
      ['9:38 choices.c.ordered rules.notOneOf', { option: 'yes', options: 'true, false' }],
    ],
    ['nonsense: 5', ['9:1 nonsense rules.unknownKey', { key: 'nonsense' }]],
    ['fact: { x: { type: flag } }', ['9:1 fact rules.unknownKey', { key: 'fact', near: 'facts' }]],
  ];

test.each(MISSHAPEN.map(([block, ...found]) => ({ block, found })))('$block', ({ block, found }) => {
  const { issues } = readRules(`${HEAD}${block}\n`);
  expect(
    issues.map(({ code, values, place }) => [
      `${place?.line}:${place?.column} ${place?.path} ${code}`,
      values,
    ]),
  ).toEqual(found);
});
