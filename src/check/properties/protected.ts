import type { FactDocument, LinkedFact, RuleSet, Words } from '../../rules/index.js';
import { type Asking, finding } from '../asking.js';
import type { CheckedProperty } from '../report.js';

/** Words by which a fact is known to be an attribute that law protects, whatever the file calls it. */
const PROTECTED =
  /民族|族别|性别|宗教|信仰|国籍|出生地|籍贯|ethnic|\bminority\b|\brace\b|\bsex\b|\bgender\b|religio|\bbelief\b|national(?:ity|_origin)|citizenship|birth_?place|native_?place/i;
/** Where somebody is registered: used everywhere, and a ground for it should be stated all the same. */
const REGISTERED = /户籍|户口|hukou|\bregistered? (?:in|residence)|household registration/i;

/** Names of areas, not of people. */
const PLACES = /民族自治|ethnic autonomous/gi;

export const groundOfFact = ({ protected: note }: FactDocument): string | null => {
  if (note === undefined) return null;
  return typeof note === 'string' ? note : ((note as { readonly in?: string }).in ?? '');
};

const textOf = (words: Words | undefined): string =>
  words === undefined ? '' : Object.values(words as unknown as Readonly<Record<string, string>>).join(' ');

/** What kind of attribute a fact is by its name and title. */
export function kindOf({ id, document }: LinkedFact): 'protected' | 'registered' | null {
  const text = `${id.replaceAll('_', ' ')} ${id} ${textOf(document.title)}`;
  return PROTECTED.test(text.replace(PLACES, '')) ? 'protected' : REGISTERED.test(text) ? 'registered' : null;
}

/** Attributes that law protects reach tier or money only with the ground that the file states. */
export function protectedAttributes({ ground, steps }: Asking): readonly CheckedProperty[] {
  const { rules } = ground;
  return rules.facts.flatMap((fact): readonly CheckedProperty[] => {
    steps.taken += 1;
    const kind = kindOf(fact);
    const stated = groundOfFact(fact.document);
    if ((kind === null && stated === null) || !reachesOutcome(rules, fact.id)) return [];
    const head = {
      id: `protected ${fact.id}`,
      property: 'protected',
      severity: kind === 'registered' ? 'warning' : 'error',
      path: ['facts', fact.id],
    } as const;
    return stated === null
      ? [finding(head, { status: 'refuted', because: { code: 'check.noGround', values: { fact: fact.id } } })]
      : [
          finding(head, {
            status: 'proved',
            because: { code: 'check.groundStated', values: { source: stated } },
          }),
        ];
  });
}

export const reachesOutcome = (rules: RuleSet, fact: string): boolean => rules.outcomeReads.has(fact);
