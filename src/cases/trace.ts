import type { Determination, OpenOutput, Reason, TracedFigure, UsedFact } from '../determine/index.js';
import type { Issue } from '../value/index.js';
import type { Say, Word } from './words.js';

/**
 * What stands behind a determination, so that a rule writer sees which step went another way: points, figures, facts,
 * categories, reasons, what is open, what is granted, issues. One line each; figures, what is open and issues only where
 * there are any.
 */
export function traceLines(
  got: Determination,
  say: Say,
  render: (issue: Issue) => string,
): readonly string[] {
  const line = (word: Word, entries: readonly string[]): string =>
    `  ${say(word)}: ${entries.length === 0 ? say('none') : entries.join(', ')}`;
  const some = (word: Word, entries: readonly string[]): readonly string[] =>
    entries.length === 0 ? [] : [line(word, entries)];
  const given = (is: true | undefined): string => (is === true ? ` (${say('given')})` : '');

  const total = got.recommended?.score === undefined ? [] : [`= ${got.recommended.score}`];
  const points = got.trace.map((one) => `${one.part} ${one.points}${given(one.given)}`);
  const figures = got.figures.map((one: TracedFigure) => `${one.figure} ${one.value}${given(one.given)}`);
  const facts = got.facts.map((one) => `${one.fact} ${factText(one.value, say)} (${one.origin})`);
  const categories = got.categories.filter((one) => one.status !== 'out');
  const { because = [], tiers = [], questions = [], outputs = [] } = got.open ?? {};
  const granted = got.awards.filter((one) => one.state === 'granted').map((one) => one.programme);
  return [
    line('points', [...points, ...total]),
    ...some('figures', figures),
    line('facts', facts),
    line(
      'categories',
      categories.map((one) => `${one.category} ${one.status}`),
    ),
    line('reasons', got.reasons.map(reasonText)),
    ...some('open', [...because, ...tiers, ...asked(questions.map(({ id }) => id))]),
    ...some('outputs', outputs.map(outputText)),
    line('granted', granted),
    ...some('issues', got.issues.map(render)),
  ];
}

/** Options as `[both, one]`, people as `[{ birth 2010-01-01 }]`, anything else as it is written. */
function factText(value: UsedFact['value'], say: Say): string {
  if (typeof value !== 'object') return String(value);
  if ('in' in value) {
    const { out } = value;
    const without = out === undefined || out.length === 0 ? [] : [`${say('not')} ${out.join(', ')}`];
    return `[${[...value.in, ...without, ...(out === undefined ? [] : [say('rest')])].join(', ')}]`;
  }
  const people = value.list.map((member) => {
    const known = Object.entries(member).map(([attribute, is]) => `${attribute} ${is}`);
    return `{ ${known.join(', ') || '-'} }`;
  });
  return `[${[...people, ...(value.complete ? [] : [say('others')])].join(', ')}]`;
}

function outputText({ figure, between, among = [] }: OpenOutput): string {
  const range = between === undefined ? [] : [`${between.least} … ${between.most}`];
  return `${figure} ${[...range, ...among].join(' / ')}`;
}

function reasonText(reason: Reason): string {
  const values = Object.entries(reason).filter(([key]) => key !== 'code');
  return values.length === 0
    ? reason.code
    : `${reason.code}(${values.map(([key, value]) => `${key} ${value}`).join(', ')})`;
}

/** What is asked; of a fact with many pieces only how many. */
function asked(ids: readonly string[]): readonly string[] {
  const pieces = new Map<string, number>();
  for (const id of ids) {
    const [whole = id] = id.includes('[') ? [id] : id.split('.');
    pieces.set(whole, (pieces.get(whole) ?? 0) + 1);
  }
  return [...pieces].map(([id, count]) =>
    count === 1 ? `${ids.find((one) => one.split('.')[0] === id) ?? id}?` : `${id}? (${count})`,
  );
}
