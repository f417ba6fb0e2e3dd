import type { CheckedPart } from '../../rules/index.js';
import { compareDates, formatCivilDate, formatExact, parseCivilDate } from '../../value/index.js';
import type { About } from '../about.js';
import { TAKE_LABELS } from '../labels.js';
import { grouped } from '../quantity.js';
import { rolesInWords } from '../question.js';

/**
 * What the points of a part rest on, where its title does not say it already; empty where there is nothing to add.
 * Every construct is named here: a new one without words does not compile.
 */
export function howPoints(part: CheckedPart, about: About): string {
  const { titles, conditions, lang, say, determination: d } = about;
  const { value } = part;
  const by = (what: string): string =>
    what === titles.partTitle(part.path) ? '' : say(`按${what}`, `by ${what}`);
  switch (value.kind) {
    case 'formula':
    case 'first':
      return '';
    case 'options':
    case 'bands':
      return by(conditions.value(value.of));
    case 'several':
      return [by(titles.fact(value.of)), TAKE_LABELS[value.take][lang]]
        .filter((words) => words !== '')
        .join(say('，', ', '));
    case 'hits':
    case 'categories':
      return TAKE_LABELS[value.take][lang];
    case 'top':
      return say(`只计最重的 ${value.top} 项`, `the greatest ${value.top} count`);
    case 'section':
      return value.take === 'sum' ? '' : TAKE_LABELS[value.take][lang];
    case 'each': {
      const [each, of] = [conditions.value(value.each), conditions.value(value.of)];
      return say(`按${of}计，${each}`, `by ${of}, ${each}`);
    }
    case 'recent': {
      const event = conditions.value(value.of);
      return say(`按${event}距 ${d.asOf} 的时间`, `by the time from ${event} to ${d.asOf}`);
    }
    case 'dated': {
      const asOf = parseCivilDate(d.asOf);
      const layer = value.layers.findLast(({ from }) => asOf !== null && compareDates(from, asOf) <= 0);
      if (layer === undefined) return '';
      const from = formatCivilDate(layer.from);
      return say(`按 ${from} 起的规定`, `by the rule in force from ${from}`);
    }
    case 'discretion': {
      const [low, high] = [value.range.low, value.range.high].map((x) => grouped(formatExact(x)));
      const roles = rolesInWords(value.by, titles);
      return say(`由${roles}评定，${low} 至 ${high} 分`, `judged by ${roles}, ${low} to ${high}`);
    }
  }
}
