import { type NameForms, nameForms } from '../roster/index.js';

/** What stands in brackets behind a name can be a name, or the parts of a character, if it is as short as that. */
const SHORT = /^\p{Script=Han}{2,4}$/u;
const UNKNOWN = '\u{25A1}';

/**
 * The other ways in which a name cell can be meant. A remark in brackets behind a whole name, 李铭(韦华), mostly says
 * something of the person; it can also describe a last character that could not be typed, or be another name of the same
 * person. These readings find candidates and decide nothing.
 */
export function otherNames({ n2, annotations, findings }: NameForms): readonly NameForms[] {
  if (!findings.includes('name.remark')) return [];
  const short = annotations.filter((one) => SHORT.test(one));
  if (short.length === 0) return [];
  const texts = new Set([`${n2}${UNKNOWN}`, ...short]);
  return [...texts].map(nameForms).filter((forms) => forms.readable && forms.n2 !== n2);
}
