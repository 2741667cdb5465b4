import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import type { Plugin } from "vite";

const source = join(import.meta.dirname, "../src");
const name = "virtual:theme.css";
const resolved = "/__theme.css";

/**
 * The values, light and dark, of those Fluent tokens that our style sheets name, as a style sheet of its own.
 * The pane's first screen is drawn with these alone; Fluent's provider, which sets all tokens by script, comes with the screens that need it.
 */
function themeCss(): string {
  const sheets = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".css"));
  const named = new Set(sheets.flatMap((file) => [...readFileSync(join(source, file), "utf8").matchAll(/var\(--(\w+)\)/g)].map((match) => match[1]!)));
  // The family of fonts is ours: Chinese faces of every system (theme.ts, base.css).
  const tokens = [...named].filter((token): token is keyof Theme => token in webLightTheme && token !== "fontFamilyBase").sort();
  const block = (selector: string, theme: Theme, list: readonly (keyof Theme)[]) => `${selector}{${list.map((token) => `--${token}:${theme[token]};`).join("")}}\n`;
  const differing = tokens.filter((token) => webDarkTheme[token] !== webLightTheme[token]);
  return block(":root", webLightTheme, tokens) + block(':root[data-theme="dark"]', webDarkTheme, differing);
}

/** Vite plugin: `import "virtual:theme.css"`. */
export const theme = (): Plugin => ({
  name: "cadredocs-theme",
  resolveId: (id) => (id === name ? resolved : undefined),
  load: (id) => (id === resolved ? themeCss() : undefined),
});
