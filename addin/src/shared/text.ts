import { createContext, useContext } from "react";
import { readSetting } from "./settings";

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

/** Tests lengthen every sentence by 60 % and look whether the layout bears it (localStorage: cadredocs.texts). Nobody else sets it. */
const lengthened = readSetting("texts") === "long";

export const lengthen = (text: string): string => text + text.slice(0, Math.ceil(text.length * 0.6));

const longTexts = new Map<object, object>();

function long<T extends object>(translation: T): T {
  let known = longTexts.get(translation);
  if (!known) {
    known = Object.fromEntries(
      Object.entries(translation).map(([key, text]: [string, unknown]) => [
        key,
        typeof text === "string" ? lengthen(text) : (...values: never[]) => lengthen((text as (...values: never[]) => string)(...values)),
      ]),
    );
    longTexts.set(translation, known);
  }
  return known as T;
}

export function useText<T>(text: Text<T>): Translation<T> {
  const translation = text[useLanguage()];
  return lengthened ? long(translation) : translation;
}

/** Picks the language of a pair that the service sent; the Chinese where no English came. */
export function pick(language: Language, zh: string | null | undefined, en: string | null | undefined): string {
  const text = (language === "en" ? (en ?? zh) : zh) ?? "";
  return lengthened ? lengthen(text) : text;
}
