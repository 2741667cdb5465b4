import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

export type ThemeChoice = "system" | "light" | "dark";

const fontFamilyBase =
  '"Segoe UI", "Segoe UI Web (West European)", -apple-system, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif';

export const themes: Record<"light" | "dark", Theme> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};

const darkQuery = "(prefers-color-scheme: dark)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(darkQuery);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

export function useThemeName(choice: ThemeChoice): "light" | "dark" {
  const dark = useSyncExternalStore(subscribe, () => matchMedia(darkQuery).matches);
  return choice === "system" ? (dark ? "dark" : "light") : choice;
}
