import type { Reading } from '../../rules/index.js';
import { say } from '../language.js';
import type { Titles } from '../names.js';

/** What a formula reads, by its title. */
export function nameOf(of: Reading, titles: Titles): string {
  const told = (zh: string, en: string): string => say(titles.lang, zh, en);
  switch (of.kind) {
    case 'fact':
      return titles.fact(of.id);
    case 'figure':
      return titles.figure(of.id);
    case 'category':
      return titles.category(of.id);
    case 'part': {
      const part = titles.partTitle(of.path);
      return told(`“${part}”的得分`, `the points of “${part}”`);
    }
    case 'score':
      return told('得分', 'the score');
    case 'score_tier':
      return told('按得分的等级', 'the tier by score');
    case 'tier':
      return told('等级', 'the tier');
    case 'as_of':
      return told('认定日期', 'the day of the determination');
    case 'period_start':
      return told('本学期的第一天', 'the first day of the period');
  }
}
