/**
 * As much of vitest as the tests of the engine use, collected instead of run: a test can then be run as often as there are
 * mutants, in one process that has read everything once.
 */
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect';
import * as chai from 'chai';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.getState = () => getState(expect);
expect.setState = (partial) => setState(partial, expect);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);

/** Every test: its file, its name, and how it is run. */
export const tests = [];

const place = { file: '', titles: [], after: [] };

/** Says of which file the tests are that follow; the bundle calls it at the head of each. */
export function fileStarts(file) {
  place.file = file;
  place.titles = [];
  place.after = [];
}

const bodyOf = (a, b) => (typeof a === 'function' ? a : b);
const titleOf = (title, args, i) =>
  /%[sdijo]/.test(title) ? format(title, ...args).split('\n')[0] : `${title} [${i + 1}]`;
const eachOf = (one) => (table) => (title, a, b) => {
  for (const [i, row] of table.entries()) {
    const args = Array.isArray(row) ? row : [row];
    one(titleOf(title, args, i), () => bodyOf(a, b)(...args));
  }
};

export function test(title, a, b) {
  const { file, titles, after } = place;
  const body = bodyOf(a, b);
  const run = async () => {
    try {
      await body();
    } finally {
      for (const one of after) await one();
    }
  };
  tests.push({ file, name: [...titles, title].join(' > '), run });
}
test.each = eachOf(test);
test.skip = () => {};
test.skipIf = (condition) => (condition ? test.skip : test);
export const it = test;

export function describe(title, a, b) {
  const { titles, after } = place;
  place.titles = [...titles, title];
  place.after = [...after];
  bodyOf(a, b)();
  place.titles = titles;
  place.after = after;
}
describe.each = eachOf(describe);

/** Stands before the tests that it is for. */
export const afterEach = (one) => place.after.push(one);

/** What is taken away after a test is taken away once, at the end of the process, where nothing is left. */
export const afterAll = () => {};
