import { determine } from '../../../src/determine/index.js';
import { bytesOf, schemeOf, verdictOf } from '../../../test/agreement/pairs.js';

/**
 * Random rule files, each with a few students of whom both meanings say the same, and what they say: the agreement of both
 * meanings (test/agreement) on so few that every mutant can be held against them. Reading the files and going through
 * every completion is slow, and done once, before there is any mutant.
 */
export const PAIRS = Array.from({ length: 60 }, (_, i) => {
  const { ground, students } = schemeOf(20_250_901 + i, 3 + (i % 5), 4);
  const agreed = students
    .filter(({ student }) => verdictOf(ground, student).kind === 'equal')
    .map(({ student }) => ({ student, says: bytesOf(determine(ground.plan, student)) }));
  return { i, ground, agreed };
});
