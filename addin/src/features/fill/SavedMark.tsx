import { formatMoment } from "../../shared/format";
import { Badge } from "../../shared/light/Texts";
import { useLanguage, useText } from "../../shared/text";
import { paneText } from "./paneText";

/** Whether the platform has what stands in the document, and since when. Null while nothing was read. */
export function SavedMark({ saved, at }: { saved: boolean | null; at: string }) {
  const t = useText(paneText);
  const language = useLanguage();
  if (saved === null) return null;
  return (
    <Badge color={saved ? "success" : "warning"} data-saved={saved ? "yes" : "no"}>
      {saved ? t.savedAt(formatMoment(at, language)) : t.notSaved}
    </Badge>
  );
}
