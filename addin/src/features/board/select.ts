import type { Board, BoardCadre, BoardCell, BoardColumn } from "../../api/board";

export type Show = "all" | "missing" | "waiting";

const matches: Record<Show, (state: BoardCell["state"]) => boolean> = {
  all: () => true,
  missing: (state) => state === "missing" || state === "draft" || state === "returned",
  waiting: (state) => state === "submitted",
};

export const isShown = (cell: BoardCell, show: Show): boolean => matches[show](cell.state);

export const shownCadres = (board: Board, show: Show): BoardCadre[] => board.cadres.filter((cadre) => cadre.cells.some((cell) => isShown(cell, show)));

/** A spot on the board: whose, which form, which semester. */
export interface Spot {
  /** Null for a paper of the school. */
  personId: string | null;
  name: string;
  formId: string;
  semester: number;
}

export function cellAt(board: Board, spot: Spot): Pick<BoardCell, "state" | "recordId" | "count"> | undefined {
  if (spot.personId === null) return board.schoolItems.find((item) => item.formId === spot.formId);
  return board.cadres.find((cadre) => cadre.personId === spot.personId)?.cells.find((cell) => cell.formId === spot.formId && cell.semester === spot.semester);
}

/** Papers that wait for the secretary: the cadres', then the school's own. */
export const submitted = (board: Board): number => board.totals.submitted + board.schoolItems.filter((item) => item.state === "submitted").length;

/** The next paper that waits for the secretary, after the given spot and around to the beginning. */
export function nextSubmitted(board: Board, after: Spot | null): Spot | null {
  const own = board.cadres.flatMap((cadre) => cadre.cells.map((cell) => ({ personId: cadre.personId, name: cadre.name, formId: cell.formId, semester: cell.semester, state: cell.state })));
  const all = [...own, ...board.schoolItems.map((item) => ({ personId: null, name: board.school.name, formId: item.formId, semester: 0, state: item.state }))];
  const from = after === null ? -1 : all.findIndex((each) => each.personId === after.personId && each.formId === after.formId && each.semester === after.semester);
  const ordered = [...all.slice(from + 1), ...all.slice(0, from + 1)];
  return ordered.find((each) => each.state === "submitted") ?? null;
}

export const columnOf = (board: Board, spot: Spot): BoardColumn | undefined => board.columns.find((column) => column.formId === spot.formId && column.semester === spot.semester);
