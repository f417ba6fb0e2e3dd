import type { TracedFigure } from '../../determine/index.js';
import type { About, TextPart } from '../about.js';
import { GIVEN_LABEL } from '../labels.js';
import { figureInWords } from '../values.js';

/** Figures that somebody would want to see: those with a title, those that were given, and what the scheme reports. */
export function figuresPart(about: About): TextPart {
  const { rules, determination: d, say } = about;
  // Where the scheme ends in its outputs they are the conclusion, and stand there.
  const told = new Set(rules.endsInOutputs ? rules.outputs : []);
  const shown = d.figures.filter(
    ({ figure, given }) =>
      !told.has(figure) &&
      (given === true ||
        rules.outputs.includes(figure) ||
        rules.document.figures[figure]?.title !== undefined),
  );
  return { heading: say('计算所用的数', 'Figures'), lines: shown.map((one) => figureLine(one, about)) };
}

/** A figure by its title, and whether it was given. */
export function figureLine({ figure, value, given }: TracedFigure, { titles, rules, say }: About): string {
  const note = given === true ? say(`（${GIVEN_LABEL.zh}）`, ` (${GIVEN_LABEL.en})`) : '';
  return `${titles.figure(figure)}${say('：', ': ')}${figureInWords(figure, value, rules, titles)}${note}`;
}
