import type { Issue } from '../../value/index.js';

/** How a command ended. The numbers are part of the interface. */
export const EXIT = {
  clean: 0,
  items: 1,
  usage: 2,
  refused: 3,
  integrity: 4,
  equation: 5,
  limit: 6,
  environment: 7,
  defect: 70,
  interrupted: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The exit of a command that these issues stopped: a limit says so, everything else is a refusal. */
export function refusalExit(issues: readonly Issue[]): Exit {
  const stopping = issues.filter((issue) => issue.severity === 'error');
  return stopping.length > 0 && stopping.every((issue) => issue.code.endsWith('.limit'))
    ? EXIT.limit
    : EXIT.refused;
}
