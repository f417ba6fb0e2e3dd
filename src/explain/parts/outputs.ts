import type { OpenOutput } from '../../determine/index.js';
import type { About } from '../about.js';
import { figureInWords } from '../values.js';
import { figureLine } from './figures.js';

/** Where a scheme ends in its outputs: those that are settled, in the order of the rule file. */
export function settledOutputs(about: About): readonly string[] {
  const { rules, determination: d } = about;
  return rules.outputs.flatMap((id) => {
    const found = d.figures.find((one) => one.figure === id);
    return found === undefined ? [] : [`  ${figureLine(found, about)}`];
  });
}

/** What an output can still come to: from the least to the most, or one of some values. */
export function openOutput({ figure, between, among }: OpenOutput, about: About): string {
  const { titles, rules, say } = about;
  const words = (value: boolean | string): string => figureInWords(figure, value, rules, titles);
  const values = (among ?? []).map(words);
  const title = titles.figure(figure);
  if (between === undefined)
    return say(`  ${title}：${values.join('或')}`, `  ${title}: ${values.join(' or ')}`);
  const [least, most] = [words(between.least), words(between.most)];
  const none =
    values.length === 0 ? '' : say(`，也可能是${values.join('或')}`, `, or ${values.join(' or ')}`);
  return least === most
    ? say(`  ${title}：${least}${none}`, `  ${title}: ${least}${none}`)
    : say(
        `  ${title}：在 ${least} 至 ${most} 之间${none}`,
        `  ${title}: between ${least} and ${most}${none}`,
      );
}
