import cliProgress from 'cli-progress';
import type { Phase } from '../batch/index.js';
import type { Language } from '../explain/index.js';
import { type Terminal, type Told, tell } from './terminal.js';

const PHASE_WORDS: Readonly<Record<Phase, Told>> = {
  check: { zh: '检查任务和规则', en: 'checking job and rules' },
  read: { zh: '读取文件', en: 'reading files' },
  match: { zh: '名单比对', en: 'matching lists' },
  determine: { zh: '逐人认定', en: 'determining students' },
  count: { zh: '清点核对', en: 'balancing the books' },
  write: { zh: '写出结果', en: 'writing the run' },
};

export interface Progress {
  readonly report: (phase: Phase, done: number, of: number) => void;
  readonly end: () => void;
}

/** Progress on the error stream: a bar where somebody looks, else one line per phase, so that logs stay short. */
export function progressOn(terminal: Terminal, lang: Language): Progress {
  let phase: Phase | null = null;
  if (!terminal.errIsTty) {
    return {
      report: (next) => {
        if (next === phase) return;
        phase = next;
        terminal.err(`${tell(lang, PHASE_WORDS[next])} …\n`);
      },
      end: () => {},
    };
  }
  const bar = new cliProgress.SingleBar({
    format: '{phase} {bar} {value}/{total}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    // The run itself ends at the next safe point and says so.
    gracefulExit: false,
    stream: process.stderr,
  });
  return {
    report: (next, done, of) => {
      if (next !== phase) {
        if (phase === null) bar.start(of, done, { phase: tell(lang, PHASE_WORDS[next]) });
        phase = next;
      }
      bar.setTotal(of);
      bar.update(done, { phase: tell(lang, PHASE_WORDS[next]) });
    },
    end: () => {
      if (phase !== null) bar.stop();
    },
  };
}
