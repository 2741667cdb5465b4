import { asPaperState, paperStates } from "./ui/StateTag";
import { pick, useLanguage, useText } from "./text";
import { words } from "./words";

interface Line {
  subject: string;
  label: string;
  labelEn: string;
}

/** What a change was about, and its values, in words: states have names, all else stands as it was written. */
export function useChangeText() {
  const language = useLanguage();
  const common = useText(words);
  return {
    subject: (line: Line) => pick(language, line.label, line.labelEn),
    value: (line: Line, value: string | null) => {
      const state = value === null ? "" : value.charAt(0).toLowerCase() + value.slice(1);
      return line.subject === "record.state" && (paperStates as readonly string[]).includes(state) ? common[asPaperState(state)] : (value ?? "");
    },
  };
}
