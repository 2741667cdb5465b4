import { readdirSync } from "node:fs";
import { join } from "node:path";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const features = readdirSync(join(import.meta.dirname, "src/features"));

const fetchRule = [
  { name: "fetch", message: "Only src/api calls the service." },
  { name: "XMLHttpRequest", message: "Only src/api calls the service." },
  { name: "EventSource", message: "Only src/api calls the service." },
];
const officeRule = ["Office", "Word", "Excel", "OfficeRuntime"].map((name) => ({ name, message: "Only src/office touches Office.js." }));

export default tseslint.config(
  { ignores: ["node_modules", "src/api/schema.d.ts"] },
  {
    files: ["src/**/*.{ts,tsx}"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    plugins: { "react-hooks": hooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/only-throw-error": "error",
      "no-restricted-globals": ["error", ...fetchRule, ...officeRule],
    },
  },
  { files: ["src/api/**"], rules: { "no-restricted-globals": ["error", ...officeRule] } },
  { files: ["src/office/**"], rules: { "no-restricted-globals": ["error", ...fetchRule] } },
  // A feature may use shared, api and office; what two features share moves down, what combines them stands in app.
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: features.filter((other) => other !== feature).map((other) => `**/${other}/**`), message: "Features never import each other." },
            { group: ["**/app/**"], message: "Features do not know the app around them." },
          ],
        },
      ],
    },
  })),
  {
    files: ["src/shared/**", "src/api/**", "src/office/**"],
    rules: { "no-restricted-imports": ["error", { patterns: [{ group: ["**/features/**", "**/app/**"], message: "Lower rooms do not know upper ones." }] }] },
  },
);
