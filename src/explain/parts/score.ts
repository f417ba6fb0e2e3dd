import type { RuleSet } from '../../rules/index.js';
import type { About, TextPart } from '../about.js';
import { listed } from '../names.js';
import { grouped, percent } from '../quantity.js';

/** Points of every part with its title and cap, the sum, and the lines of the tiers. */
export function scorePart(about: About): TextPart {
  const { determination: d, titles, rules, lang, say } = about;
  const points = new Map(d.trace.map((one) => [one.part, one.points]));
  const paths = pathsOf(rules.score).filter((path) => path !== '');
  const leaves = paths.filter((path) => titles.part(path)?.value.kind !== 'section');
  const scored = leaves.filter((path) => (points.get(path) ?? '0') !== '0');
  const lines = paths
    .filter((path) => scored.some((leaf) => leaf === path || leaf.startsWith(`${path}.`)))
    .map((path) => pointsLine(path, points.get(path), about));
  const nothing = leaves.filter((path) => points.get(path) === '0');
  if (nothing.length > 0) {
    const names = listed(
      nothing.map((path) => titles.partTitle(path)),
      lang,
    );
    lines.push(say(`0 分的项目：${names}。`, `No points: ${names}.`));
  }
  const open = leaves.filter((path) => !points.has(path));
  if (open.length > 0) {
    const names = listed(
      open.map((path) => titles.partTitle(path)),
      lang,
    );
    lines.push(say(`还不能计分的项目：${names}。`, `Cannot be scored yet: ${names}.`));
  }
  const score = d.recommended?.score;
  if (score !== undefined)
    lines.push(say(`得分合计 ${grouped(score)} 分。`, `The score is ${grouped(score)}.`));
  const cuts = rules.document.tiers.map((tier) =>
    say(`${titles.tier(tier.id)} ${grouped(tier.from)} 分`, `${titles.tier(tier.id)} ${grouped(tier.from)}`),
  );
  lines.push(
    say(`分数线（含本数）：${cuts.join('，')}。`, `Lines, each reached at that score: ${cuts.join(', ')}.`),
  );
  return { heading: say('得分', 'Points'), lines };
}

/** A part is indented by how deep it lies; caps and weights are said where they stand. */
function pointsLine(path: string, points: string | undefined, { titles, say }: About): string {
  const part = titles.part(path);
  const notes = [
    part?.at_most === undefined
      ? ''
      : say(`最多 ${grouped(part.at_most)} 分`, `at most ${grouped(part.at_most)}`),
    part?.weight === undefined
      ? ''
      : say(`已乘权重 ${percent(part.weight)}`, `after its weight of ${percent(part.weight)}`),
  ].filter((note) => note !== '');
  const note = notes.length === 0 ? '' : say(`（${notes.join('，')}）`, ` (${notes.join(', ')})`);
  const indent = '  '.repeat(path.split('.').length - 1);
  const sum = part?.value.kind === 'section' ? say('小计 ', 'together ') : '';
  const said =
    points === undefined ? say('尚不能小计', 'no sum yet') : `${sum}${grouped(points)}${say(' 分', '')}`;
  return `${indent}${titles.partTitle(path)}${say('：', ': ')}${said}${note}`;
}

/** Paths of a part and of all parts in it, each section before what it holds. */
function pathsOf(part: RuleSet['score']): readonly string[] {
  return part.value.kind === 'section' ? [part.path, ...part.value.parts.flatMap(pathsOf)] : [part.path];
}
