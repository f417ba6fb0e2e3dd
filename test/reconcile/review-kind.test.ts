import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../src/reconcile/candidate.js';
import { otherNames } from '../../src/reconcile/other-names.js';
import type { EntryReason } from '../../src/reconcile/reasons.js';
import { reviewKind } from '../../src/reconcile/review-kind.js';
import type { CandidateWhy } from '../../src/reconcile/strength.js';
import { nameForms } from '../../src/roster/index.js';

const candidate = (why: CandidateWhy, strong: boolean): Candidate => ({
  student: 'a',
  strong,
  why,
  score: 0,
  evidence: [],
});

// What work a row is: a bureau hands the kinds out to different people, so that each has to be the right one.
describe('what kind of work a row is', () => {
  const NOBODY: Candidate[] = [];
  const weak = [candidate('likeName', false)];
  const strong = [candidate('likeName', false), candidate('sameNameNearId', true)];

  it.each<[EntryReason, Candidate[], string]>([
    ['nameDiffers', [candidate('sameId', true)], 'nameDiffers'],
    ['nameDiffers', [candidate('likeName', false), candidate('sameStudentNumber', true)], 'nameDiffers'],
    ['nameUnreadable', [candidate('sameId', true)], 'nameDiffers'],
    ['nameUnreadable', [candidate('sameStudentNumber', false)], 'nameDiffers'],
    ['nameUnreadable', strong, 'near'],
    ['nameUnreadable', weak, 'weak'],
    ['nameUnreadable', NOBODY, 'unreadable'],
    ['idUnreadable', NOBODY, 'unreadable'],
    ['idUnreadable', weak, 'weak'],
    ['idInvalid', [candidate('sameId', true)], 'near'],
    ['idInvalid', NOBODY, 'notFound'],
    ['idMissing', strong, 'near'],
    ['idMissing', weak, 'noId'],
    ['idMissing', NOBODY, 'noId'],
    ['noCandidate', NOBODY, 'notFound'],
    ['othersNear', weak, 'weak'],
    ['sameNameOtherId', strong, 'near'],
    ['sharedId', strong, 'idShared'],
    ['studentOfTwoNames', NOBODY, 'idShared'],
    ['sharedInRoster', strong, 'sharedInRoster'],
    ['sharedStudentNumber', NOBODY, 'sharedInRoster'],
    ['keysDisagree', strong, 'sharedInRoster'],
    ['outOfAgeNamesake', strong, 'adultIdConflict'],
    ['outOfAgeNear', NOBODY, 'adultIdConflict'],
    ['outOfAgeUnbelievable', NOBODY, 'adultIdConflict'],
    ['headNoStudent', strong, 'headNoStudent'],
    ['parentNoStudent', NOBODY, 'headNoStudent'],
    ['headOfHousehold', strong, 'near'],
    ['decisionUnclear', weak, 'weak'],
  ])('%s', (reason, candidates, kind) => {
    expect(reviewKind(reason, candidates)).toBe(kind);
  });
});

describe('the other ways in which a name can be meant', () => {
  const others = (cell: string) => otherNames(nameForms(cell)).map(({ n2 }) => n2);

  it('are what stands in brackets behind it, if it can be a name, and a character that could not be typed', () => {
    expect(others('王小雨(李明)')).toEqual(['王小雨□', '李明']);
    expect(others('李铭(韦华)')).toEqual(['李铭□', '韦华']);
    expect(others('王小雨')).toEqual([]);
    expect(others('王小雨(2号楼)')).toEqual([]);
    expect(others('王小雨(已经去世多年)')).toEqual([]);
    expect(others('王小雨(户)')).toEqual([]);
    expect(others('王小雨(王小雨)')).toEqual(['王小雨□']);
  });
});
