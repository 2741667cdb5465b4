import { useState } from "react";
import { addSession, editSession, listSessions, type EditSession } from "../../api/training";
import type { ExcelWorkbook } from "../../office/ports";
import { useText } from "../../shared/text";
import { SheetBack } from "../../shared/ui/SheetBack";
import { compareSessions, type SessionComparison } from "./sheetSessions";
import { sheetText } from "./sheetText";

interface SheetProps {
  workbook: ExcelWorkbook;
  schoolId: string;
  year: number;
  onSaved: () => void;
}

const say = ({ date, topic, place, lecturer }: Pick<EditSession, "date" | "topic" | "place" | "lecturer">) => [date, topic, place, lecturer].filter(Boolean).join(" · ");

/** The open 表3, read back: new rows become sessions, changed ones change theirs; nothing is removed. */
export default function SheetSessions({ workbook, schoolId, year, onSaved }: SheetProps) {
  const t = useText(sheetText);
  const [found, setFound] = useState<SessionComparison | null>(null);
  const [noTable, setNoTable] = useState(false);
  const read = async () => {
    const [table, sessions] = await Promise.all([workbook.readTable("rows"), listSessions(schoolId, year)]);
    setNoTable(table === null);
    setFound(table && compareSessions(table, sessions, year));
  };
  const save = async (keys: ReadonlySet<string>) => {
    try {
      for (const { row, session, edit } of found?.differences ?? []) {
        if (!keys.has(String(row))) continue;
        await (session ? editSession(schoolId, session, edit) : addSession(schoolId, year, edit));
      }
    } finally {
      // A row that fails leaves those before it saved: what is left shows up again.
      onSaved();
      await read();
    }
  };
  const notes = [
    noTable ? t.noTable : null,
    found && found.unreadable.length > 0 ? t.unreadable(found.unreadable.join("、")) : null,
    found && found.absent.length > 0 ? t.absent(found.absent.map((session) => session.topic).join("、")) : null,
  ].filter((note) => note !== null);
  return (
    <SheetBack
      sheet="表3"
      lines={found && found.differences.map(({ row, session, edit }) => ({ key: String(row), title: t.sessionRow(row), before: session ? say(session) : t.newSession, after: say(edit) }))}
      notes={notes}
      onRead={read}
      onSave={save}
    />
  );
}
