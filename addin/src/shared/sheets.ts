/** Headers of printed sheets carry blanks and line breaks (姓 名); they do not tell columns apart. */
export const samePlace = (header: string, label: string): boolean => header.replace(/\s/g, "") === label.replace(/\s/g, "");

/** A day as Excel gives it: a count of days since 1899-12-30, or text such as 2024.3.5 and 3月5日. Null where it is none. */
export function dayOf(cell: string, year: number): string | null {
  const text = cell.trim();
  const serial = Number(text);
  if (/^\d{5}(\.\d+)?$/.test(text) && serial > 20_000 && serial < 80_000) {
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  }
  const parts = /^(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!parts) return null;
  const [, written, month, day] = parts;
  const date = new Date(Date.UTC(Number(written ?? year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : null;
}
