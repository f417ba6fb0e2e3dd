import { say } from '../../explain/index.js';
import { ENTRY_CONCLUSIONS, WAIVER } from '../form/index.js';
import type { AnswerRow } from '../source/index.js';
import type { WorklistInput } from './item.js';

/** An earlier answer in one line: what was concluded, by whom, when and why. */
export function earlierText(
  answer: AnswerRow | undefined,
  { titles }: Pick<WorklistInput, 'titles'>,
): string {
  if (answer === undefined) return '';
  const { lang } = titles;
  const { conclusion, by, on, because } = answer;
  const said = ((): string => {
    switch (conclusion.kind) {
      case 'entry':
        return [ENTRY_CONCLUSIONS[conclusion.state][lang], conclusion.chosen]
          .filter((t) => t !== '')
          .join(' ');
      case 'tier':
        return titles.tier(conclusion.tier);
      case 'waiver':
        return WAIVER[lang];
      case 'fact':
        return conclusion.value.text.trim();
    }
  })();
  return say(
    lang,
    `${said}（${by}，${on}：${because}）。情况已有变化，请重新核对`,
    `${said} (${by}, ${on}: ${because}). Something has changed since; check again`,
  );
}
