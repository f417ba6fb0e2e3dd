/**
 * Why a mutant that no test notices is none that a test could notice, or is left: `unnoticed/ROOM.json`, a list of
 * `{ file, line, was, replacement, why }`. `line` is the line of source on which it stands, so that a reason goes with the
 * code it is about, wherever that moves, and with nothing else. A reason whose mutant a test notices is stale, and said.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'unnoticed');
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
const keyOf = ({ file, line, was, replacement }) =>
  [file, oneLine(line), oneLine(was), oneLine(replacement)].join('\0');

/** The line of the source on which a mutant begins. */
export function lineOf({ file, from }, root) {
  const text = readFileSync(join(root, file), 'utf8');
  const end = text.indexOf('\n', from);
  return text.slice(text.lastIndexOf('\n', from - 1) + 1, end < 0 ? text.length : end);
}

/** The reasons of the rooms; `of` has the one of a mutant, and `stale` those that are about none of these mutants. */
export function reasonsOf(rooms, root) {
  const listed = rooms
    .map((room) => join(FOLDER, `${room}.json`))
    .filter((name) => existsSync(name))
    .flatMap((name) => JSON.parse(readFileSync(name, 'utf8')));
  const byKey = new Map(listed.map((one) => [keyOf(one), one]));
  const of = (mutant) => byKey.get(keyOf({ ...mutant, line: lineOf(mutant, root) }))?.why;
  return {
    of,
    stale(mutants) {
      const there = new Set(mutants.map((mutant) => keyOf({ ...mutant, line: lineOf(mutant, root) })));
      return listed.filter((one) => !there.has(keyOf(one)));
    },
  };
}
