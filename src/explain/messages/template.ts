import type { Language } from '../language.js';
import { inWords, type Vocabulary } from './vocabulary.js';

type Values = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;
const OPTIONAL = /\{(\w+)\?((?:[^{}]|\{\w+(?::\w+)?\})*)\}/g;

const given = (values: Values, name: string): string => String(values[name] ?? '');

/**
 * Fills a template. Three forms, and no others:
 * `{name}` is the value; `{name:vocabulary}` is the value in the words of a {@link Vocabulary};
 * `{name? text}` is the text, itself with placeholders, where the value is there and not empty, else nothing.
 * A value that is not there leaves its placeholder standing, so that a mistake is seen.
 */
export function fill(template: string, values: Values, lang: Language): string {
  const whole = template.replace(OPTIONAL, (_, name: string, text: string) =>
    given(values, name) === '' ? '' : text,
  );
  return whole.replace(PLACEHOLDER, (placeholder, name: string, vocabulary?: string) => {
    const value = given(values, name);
    if (value === '' && values[name] === undefined) return placeholder;
    return vocabulary === undefined ? value : inWords(vocabulary as Vocabulary, value, lang);
  });
}

/** The values a template asks for: those it cannot do without, and those it can. */
export function asksFor(template: string): {
  readonly always: readonly string[];
  readonly optional: readonly string[];
} {
  const optional = [...template.matchAll(OPTIONAL)].flatMap((match) => [
    match[1] as string,
    ...[...(match[2] as string).matchAll(PLACEHOLDER)].map((inner) => inner[1] as string),
  ]);
  const always = [...template.replace(OPTIONAL, '').matchAll(PLACEHOLDER)].map((match) => match[1] as string);
  return { always: [...new Set(always)], optional: [...new Set(optional)] };
}
