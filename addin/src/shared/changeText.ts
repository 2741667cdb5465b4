import { asPaperState, paperStates } from "./ui/StateTag";
import { defineText, pick, useLanguage, useText } from "./text";
import { words } from "./words";

const changeText = defineText({ byFiling: "随归档改变" }, { byFiling: "Changed by the filing" });

interface Line {
  subject: string;
  label: string;
  labelEn: string;
}

/** What a change was about, and its values, in words: states have names, all else stands as it was written. */
export function useChangeText() {
  const language = useLanguage();
  const common = useText(words);
  const t = useText(changeText);
  return {
    subject: (line: Line) => pick(language, line.label, line.labelEn),
    // A filing names itself for programs; people find it on its own screen.
    reason: (reason: string | null) => (reason?.startsWith("filing:") ? t.byFiling : (reason ?? "")),
    value: (line: Line, value: string | null) => {
      const state = value === null ? "" : value.charAt(0).toLowerCase() + value.slice(1);
      return line.subject === "record.state" && (paperStates as readonly string[]).includes(state) ? common[asPaperState(state)] : (value ?? "");
    },
  };
}
