import { createContext, useSyncExternalStore } from "react";

export type ThemeChoice = "system" | "light" | "dark";
export type ThemeName = "light" | "dark";

/** The theme that is shown, for parts that bring Fluent's provider along themselves. */
export const ThemeContext = createContext<ThemeName>("light");

const darkQuery = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useThemeName(choice: ThemeChoice): ThemeName {
  const dark = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches);
  return choice === "system" ? (dark ? "dark" : "light") : choice;
}
