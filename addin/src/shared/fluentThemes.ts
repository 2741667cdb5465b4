import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { ThemeName } from "./theme";

// The same family stands in base.css.
const fontFamilyBase = "var(--ownFonts)";

export const themes: Record<ThemeName, Theme> = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};
