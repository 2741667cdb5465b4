import { useState } from "react";
import { getAttendance, setMarks } from "../../api/training";
import type { ExcelWorkbook } from "../../office/ports";
import { useText } from "../../shared/text";
import { SheetBack } from "../../shared/ui/SheetBack";
import { spotKey } from "./marks";
import { compareMarks, type MarkDifference, type SheetNote } from "./sheetMarks";
import { sheetText } from "./sheetText";

interface SheetProps {
  workbook: ExcelWorkbook;
  schoolId: string;
  year: number;
  onSaved: () => void;
}

/** The open 表2, read back: each mark that differs, saved against the mark that was seen. */
export default function SheetMarks({ workbook, schoolId, year, onSaved }: SheetProps) {
  const t = useText(sheetText);
  const [found, setFound] = useState<{ differences: MarkDifference[]; notes: SheetNote[] } | null>(null);
  const [noTable, setNoTable] = useState(false);
  const read = async () => {
    const [table, view] = await Promise.all([workbook.readTable("rows"), getAttendance(schoolId, year)]);
    setNoTable(table === null);
    setFound(table && compareMarks(table, view));
  };
  const save = async (keys: ReadonlySet<string>) => {
    const chosen = (found?.differences ?? []).filter((each) => keys.has(spotKey(each.sessionId, each.personId)));
    await setMarks(schoolId, year, chosen.map(({ sessionId, personId, before, after }) => ({ sessionId, personId, mark: after, seen: before })));
    onSaved();
    await read();
  };
  const of = (kind: SheetNote["kind"]) => (found?.notes ?? []).filter((note) => note.kind === kind).map((note) => note.what).join("、");
  const notes = (["nobody", "namesakes", "not-in-post", "no-session"] as const).flatMap((kind) => (of(kind) === "" ? [] : [t[`note-${kind}`](of(kind))]));
  return (
    <SheetBack
      sheet="表2"
      lines={found && found.differences.map((each) => ({ key: spotKey(each.sessionId, each.personId), title: t.mark(each.name, each.post, each.day), before: each.before || t.blank, after: each.after || t.blank }))}
      notes={noTable ? [t.noTable] : notes}
      onRead={read}
      onSave={save}
    />
  );
}
