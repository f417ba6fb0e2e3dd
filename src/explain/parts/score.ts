import type { CheckedPart } from '../../rules/index.js';
import type { About, TextPart } from '../about.js';
import { GIVEN_LABEL } from '../labels.js';
import { listed } from '../names.js';
import { grouped, percent } from '../quantity.js';
import { papersInWords } from '../question.js';
import { howPoints } from './how-points.js';

/** Points of every part with its title and cap, the sum, and the lines of the tiers. Empty for a scheme without points. */
export function scorePart(about: About): TextPart {
  const { determination: d, titles, rules, lang, say } = about;
  const heading = say('得分', 'Points');
  if (rules.score === null) return { heading, lines: [] };
  const traced = new Map(d.trace.map((one) => [one.part, one]));
  const parts = partsOf(rules.score).filter((part) => part.path !== '');
  const leaves = parts.filter((part) => part.value.kind !== 'section');
  const scored = [...leaves, ...parts.filter((part) => traced.get(part.path)?.given === true)].filter(
    ({ path }) => (traced.get(path)?.points ?? '0') !== '0',
  );
  // What is in a section that was given does not add up to it.
  const within = (path: string): boolean =>
    d.trace.some((one) => one.given === true && (one.part === '' || path.startsWith(`${one.part}.`)));
  const lines = parts
    .filter(({ path }) => !within(path))
    .filter(({ path }) => scored.some((one) => one.path === path || one.path.startsWith(`${path}.`)))
    .map((part) => pointsLine(part, traced.get(part.path), about));
  const named = (of: readonly CheckedPart[]): string =>
    listed(
      of.map(({ path }) => titles.partTitle(path)),
      lang,
    );
  const nothing = leaves.filter(({ path }) => traced.get(path)?.points === '0' && !within(path));
  if (nothing.length > 0) lines.push(say(`0 分的项目：${named(nothing)}。`, `No points: ${named(nothing)}.`));
  const open = leaves.filter(({ path }) => !traced.has(path) && !within(path));
  if (open.length > 0)
    lines.push(say(`还不能计分的项目：${named(open)}。`, `Cannot be scored yet: ${named(open)}.`));
  const score = d.recommended?.score ?? traced.get('')?.points;
  if (score !== undefined) {
    const note = givenNote(traced.get('')?.given, about);
    lines.push(say(`得分合计 ${grouped(score)} 分${note}。`, `The score is ${grouped(score)}${note}.`));
  }
  const cuts = rules.document.tiers.flatMap(({ id, from }) =>
    from === undefined
      ? []
      : [say(`${titles.tier(id)} ${grouped(from)} 分`, `${titles.tier(id)} ${grouped(from)}`)],
  );
  if (cuts.length > 0)
    lines.push(
      say(`分数线（含本数）：${cuts.join('，')}。`, `Lines, each reached at that score: ${cuts.join(', ')}.`),
    );
  return { heading, lines };
}

type Traced = About['determination']['trace'][number];

const givenNote = (given: true | undefined, { say }: About): string =>
  given === true ? say(`（${GIVEN_LABEL.zh}）`, ` (${GIVEN_LABEL.en})`) : '';

/** A part is indented by how deep it lies; what it rests on, caps, weights and papers are said where they stand. */
function pointsLine(part: CheckedPart, traced: Traced | undefined, about: About): string {
  const { titles, say } = about;
  const { path } = part;
  const given = traced?.given === true;
  const notes = given ? [say(GIVEN_LABEL.zh, GIVEN_LABEL.en)] : notesOf(part, about);
  const note = notes.length === 0 ? '' : say(`（${notes.join('，')}）`, ` (${notes.join(', ')})`);
  const indent = '  '.repeat(path.split('.').length - 1);
  const sum = part.value.kind === 'section' && !given ? say('小计 ', 'together ') : '';
  const said =
    traced === undefined
      ? say('尚不能小计', 'no sum yet')
      : `${sum}${grouped(traced.points)}${say(' 分', '')}`;
  return `${indent}${titles.partTitle(path)}${say('：', ': ')}${said}${note}`;
}

/** What the points rest on, and what bounds, weighs, rounds or proves them. */
function notesOf(part: CheckedPart, about: About): readonly string[] {
  const { titles, rules, say } = about;
  const { at_least, at_most, weight, round, evidence } = titles.part(part.path) ?? {};
  const notes = [howPoints(part, about)];
  if (at_least !== undefined)
    notes.push(say(`最少 ${grouped(at_least)} 分`, `at least ${grouped(at_least)}`));
  if (at_most !== undefined) notes.push(say(`最多 ${grouped(at_most)} 分`, `at most ${grouped(at_most)}`));
  if (weight !== undefined)
    notes.push(say(`已乘权重 ${percent(weight)}`, `after its weight of ${percent(weight)}`));
  if (round !== undefined)
    notes.push(say(`取整到 ${grouped(round.step)} 分`, `rounded to ${grouped(round.step)}`));
  if (evidence !== undefined) {
    const papers = papersInWords(evidence.any_of, rules, titles);
    notes.push(say(`凭${papers}`, `shown by ${papers}`));
  }
  return notes.filter((note) => note !== '');
}

/** A part and all parts in it, each section before what it holds. */
function partsOf(part: CheckedPart): readonly CheckedPart[] {
  return part.value.kind === 'section' ? [part, ...part.value.parts.flatMap(partsOf)] : [part];
}
