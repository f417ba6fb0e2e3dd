import type { FileReader } from '../source/index.js';

export const PHASES = ['check', 'read', 'match', 'determine', 'count', 'write'] as const;
export type Phase = (typeof PHASES)[number];

/** What a run needs from outside. */
export interface RunIo {
  /** Bytes of a file that the job names, relative to the job file; `null` where there is none. */
  readonly read: FileReader;
  /** Folder to write to. `null`: nothing is written. */
  readonly out: string | null;
  /** An earlier run in its place may be replaced. */
  readonly replace?: boolean;
  readonly progress?: (phase: Phase, done: number, of: number) => void;
  /** Names of the files in the folder of a file, for the tables and editions that a rule file refers to. Left out: none. */
  readonly beside?: (file: string) => Promise<readonly string[]>;
  /** Asked between pieces of work; true ends the run with nothing written. */
  readonly interrupted?: () => boolean;
}
