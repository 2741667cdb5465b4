import type { EditSession, TrainingSession } from "../../api/training";
import type { HostTable } from "../../office/ports";
import { dayOf, samePlace } from "../../shared/sheets";

/** A row of the open 表3 that differs from its session, or has none yet. */
export interface SessionDifference {
  /** 1-based row of the sheet. */
  readonly row: number;
  /** The session as the platform has it; null for a new one. */
  readonly session: TrainingSession | null;
  readonly edit: EditSession;
}

export interface SessionComparison {
  readonly differences: readonly SessionDifference[];
  /** Rows without a readable day or without content. */
  readonly unreadable: readonly number[];
  /** Sessions that the sheet does not have; they stay. */
  readonly absent: readonly TrainingSession[];
}

/** Compares the open 表3 with the sessions: by day and content, then by day, then by content. What the sheet has no column for stays as it is. */
export function compareSessions(table: HostTable, sessions: readonly TrainingSession[], year: number): SessionComparison {
  const column = (label: string) => table.headers.findIndex((header) => samePlace(header, label));
  const at = { date: column("时间"), place: column("地点"), topic: column("自培内容"), lecturer: column("主讲人") };
  const unreadable: number[] = [];
  const rows = table.rows.flatMap((cells, index) => {
    const text = (place: number) => (cells[place] ?? "").trim();
    if ([at.date, at.place, at.topic, at.lecturer].every((place) => text(place) === "")) return [];
    const row = table.firstRow + index;
    const date = dayOf(text(at.date), year);
    if (date === null || text(at.topic) === "") {
      unreadable.push(row);
      return [];
    }
    return [{ row, date, place: text(at.place), topic: text(at.topic), lecturer: text(at.lecturer) }];
  });
  const open = sessions.filter((session) => session.state !== "dropped");
  const taken = new Map<number, TrainingSession>();
  const left = new Set(open);
  for (const same of [
    (row: (typeof rows)[number], session: TrainingSession) => row.date === session.date && row.topic === session.topic,
    (row: (typeof rows)[number], session: TrainingSession) => row.date === session.date,
    (row: (typeof rows)[number], session: TrainingSession) => row.topic === session.topic,
  ]) {
    for (const row of rows) {
      const session = taken.has(row.row) ? undefined : [...left].find((each) => same(row, each));
      if (!session) continue;
      taken.set(row.row, session);
      left.delete(session);
    }
  }
  const differences = rows.flatMap(({ row, ...written }): SessionDifference[] => {
    const session = taken.get(row);
    if (!session) return [{ row, session: null, edit: { ...written, carrier: "", content: "", state: "planned" } }];
    const { date, place, topic, lecturer, carrier, content, state } = session;
    const same = date === written.date && place === written.place && topic === written.topic && lecturer === written.lecturer;
    return same ? [] : [{ row, session, edit: { ...written, carrier, content, state } }];
  });
  return { differences, unreadable, absent: [...left] };
}
