import type { Language } from '../explain/index.js';

/** What a report is told with besides its words. */
export interface Telling {
  readonly lang: Language;
  /** Everything, however long. */
  readonly all?: boolean;
  /** Steps of money above this were asked for. */
  readonly cliff?: string;
  /** The text of a file by its name, to show the line that a finding is about. */
  readonly text?: (file: string) => string | undefined;
}
