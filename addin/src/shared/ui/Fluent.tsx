import { FluentProvider } from "@fluentui/react-components";
import { useContext, type ReactNode } from "react";
import { themes } from "../fluentThemes";
import { ThemeContext } from "../theme";

/** Fluent's provider in the theme that is shown. Loaded by WithFluent. */
export default function Fluent({ children }: { children: ReactNode }) {
  return (
    <FluentProvider theme={themes[useContext(ThemeContext)]} style={{ background: "none" }}>
      {children}
    </FluentProvider>
  );
}
