/** The languages words exist in. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language. */
export type Said = Readonly<Record<Language, string>>;

/** The one of two texts that stands beside each other in the source, so that neither is forgotten. */
export function say(lang: Language, zh: string, en: string): string {
  return lang === 'zh' ? zh : en;
}
