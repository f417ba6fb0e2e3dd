import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './text.js';

// Why a mutant of the engine goes unnoticed is written down beside the line that it is about (docs/testing.md). A line that
// changed takes its reasons with it: they are read again, or they are gone.

interface Reason {
  readonly file: string;
  readonly line: string;
  readonly was: string;
  readonly replacement: string;
  readonly why: string;
}

const FOLDER = join(ROOT, 'scripts/mutate-engine/unnoticed');
const reasons = readdirSync(FOLDER).flatMap((name): readonly { room: string; reason: Reason }[] =>
  JSON.parse(readFileSync(join(FOLDER, name), 'utf8')).map((reason: Reason) => ({
    room: name.replace('.json', ''),
    reason,
  })),
);
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What is wrong with a reason, if anything is. */
function wrongWith({ file, line, was, why }: Reason, room: string, text: string): string | null {
  if (!file.startsWith(`src/${room}/`)) return 'it is about another room';
  if (!text.split('\n').some((one) => oneLine(one) === oneLine(line))) return 'the line is no longer there';
  if (!oneLine(text).includes(oneLine(was))) return 'what is replaced is no longer there';
  return /\p{L}{2}/u.test(why) ? null : 'it says nothing';
}

test('every reason is about a line that is there, and says something', () => {
  const [first] = reasons;
  if (first === undefined) throw new Error('there are none');
  const { reason, room } = first;
  const text = readFileSync(join(ROOT, reason.file), 'utf8');
  expect(wrongWith(reason, room, text)).toBeNull();
  expect(wrongWith(reason, `${room}s`, text)).not.toBeNull();
  expect(wrongWith({ ...reason, line: `${reason.line} //` }, room, text)).not.toBeNull();
  expect(wrongWith({ ...reason, was: `${text}${text}` }, room, text)).not.toBeNull();
  expect(wrongWith({ ...reason, why: ' ' }, room, text)).not.toBeNull();

  const texts = new Map<string, string>();
  const textOf = (file: string): string => {
    const known = texts.get(file) ?? readFileSync(join(ROOT, file), 'utf8');
    texts.set(file, known);
    return known;
  };
  const wrong = reasons.flatMap(({ reason: one, room: of }) => {
    const what = wrongWith(one, of, textOf(one.file));
    return what === null ? [] : [`${of}.json, ${one.file}, ${one.line}: ${what}`];
  });
  expect(wrong).toEqual([]);
});

test('no mutant has two reasons', () => {
  const keys = reasons.map(({ reason: { file, line, was, replacement } }) =>
    JSON.stringify([file, ...[line, was, replacement].map(oneLine)]),
  );
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
