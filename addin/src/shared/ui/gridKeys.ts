import type { KeyboardEvent } from "react";

const steps: Record<string, readonly [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** The spot to go to from a key, among the spots that exist: the next one in that direction, past gaps. */
export function nextSpot(from: readonly [number, number], key: string, spots: ReadonlySet<string>): readonly [number, number] | null {
  const inRow = [...spots].map((spot) => spot.split(",").map(Number) as [number, number]).filter(([row]) => row === from[0]);
  if (key === "Home") return inRow.sort((a, b) => a[1] - b[1])[0] ?? null;
  if (key === "End") return inRow.sort((a, b) => b[1] - a[1])[0] ?? null;
  const step = steps[key];
  if (!step) return null;
  let [row, column] = from;
  const limit = Math.max(0, ...[...spots].flatMap((spot) => spot.split(",").map(Number)));
  for (;;) {
    row += step[0];
    column += step[1];
    if (row < 0 || column < 0 || row > limit || column > limit) return null;
    if (spots.has(`${row},${column}`)) return [row, column];
  }
}

/** Moves the focus inside a grid whose cells carry data-grid="row,column", and keeps one stop of the Tab key. */
export function moveFocus(event: KeyboardEvent, grid: HTMLElement | null): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>("[data-grid]");
  if (!grid || !from || event.altKey || event.ctrlKey || event.metaKey) return;
  const cells = new Map([...grid.querySelectorAll<HTMLElement>("[data-grid]")].map((cell) => [cell.dataset["grid"] ?? "", cell]));
  const [row = 0, column = 0] = (from.dataset["grid"] ?? "").split(",").map(Number);
  const to = nextSpot([row, column], event.key, new Set(cells.keys()));
  const cell = to && cells.get(to.join(","));
  if (!cell) return;
  event.preventDefault();
  for (const each of cells.values()) each.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}
