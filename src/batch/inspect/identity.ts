import { readResidentId } from '../../roster/index.js';
import type { Cell } from '../table.js';
import type { IdentityProfile } from './inspection.js';

const notText = ({ kind }: Cell): boolean => kind === 'number' || kind === 'formula';

/** How the filled cells of an identity column read, counted. */
export function profileIdentities(cells: readonly Cell[]): IdentityProfile {
  const counts = {
    eighteen: 0,
    fifteen: 0,
    certificate: 0,
    studentNumber: 0,
    other: 0,
    valid: 0,
    invalid: 0,
    damaged: 0,
  };
  const findings: Record<string, number> = {};
  let filled = 0;
  for (const cell of cells) {
    const reading = readResidentId(cell.text, { notText: notText(cell) });
    if (reading.form === 'blank') continue;
    filled += 1;
    if (reading.form === 'eighteen') counts.eighteen += 1;
    else if (reading.form === 'fifteen') counts.fifteen += 1;
    else if (reading.form === 'disabilityCertificate') counts.certificate += 1;
    else if (reading.form === 'studentNumber') counts.studentNumber += 1;
    else counts.other += 1;
    if (reading.valid) counts.valid += 1;
    else if (reading.id !== null) counts.invalid += 1;
    if (reading.damaged) counts.damaged += 1;
    for (const finding of reading.findings) findings[finding] = (findings[finding] ?? 0) + 1;
  }
  return { filled, ...counts, findings };
}

/** Whether a text reads as an identity number of any kind. */
export function looksLikeIdentity(cell: Cell): boolean {
  const { form } = readResidentId(cell.text, { notText: notText(cell) });
  return form !== 'blank' && form !== 'unreadable';
}
