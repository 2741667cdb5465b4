import { createContext, useContext } from "react";

export type Language = "zh" | "en";

type Sentence = string | ((...args: never[]) => string);
type Translation<T> = { [K in keyof T]: T[K] extends (...args: infer A) => string ? (...args: A) => string : string };

/** The sentences of one feature. Chinese is the source; English must have exactly the same keys and parameters. */
export interface Text<T> {
  zh: Translation<T>;
  en: Translation<T>;
}

export function defineText<T extends Record<string, Sentence>>(zh: T, en: Translation<T>): Text<T> {
  return { zh: zh as unknown as Translation<T>, en };
}

export const LanguageContext = createContext<Language>("zh");

export const useLanguage = (): Language => useContext(LanguageContext);

export function useText<T>(text: Text<T>): Translation<T> {
  return text[useLanguage()];
}

/** Picks the language of a pair that the service sent; the Chinese where no English came. */
export function pick(language: Language, zh: string | null | undefined, en: string | null | undefined): string {
  return (language === "en" ? (en ?? zh) : zh) ?? "";
}
