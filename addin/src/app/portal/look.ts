import type { Language } from "../../shared/text";
import type { ThemeChoice } from "../../shared/theme";

/** The two choices about appearance and how to change them. */
export interface Look {
  language: Language;
  setLanguage: (language: Language) => void;
  themeChoice: ThemeChoice;
  setThemeChoice: (choice: ThemeChoice) => void;
}
