import type { Language } from "./text";

const locales = { zh: "zh-CN", en: "en-GB" } as const;

/** A moment of the service in the reader's time zone: 2024年3月5日 14:05. */
export function formatMoment(value: string | null | undefined, language: Language): string {
  if (!value) return "";
  return new Intl.DateTimeFormat(locales[language], { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(value));
}

/** A day as the regulation knows it (2024-03-05, 2024-03 or 2024); no time zone may move it. */
export function formatDay(value: string | null | undefined, language: Language): string {
  const [year, month, day] = (value ?? "").split("-").map(Number);
  if (!year) return value ?? "";
  if (language === "zh") return `${year}年${month ? `${month}月` : ""}${day ? `${day}日` : ""}`;
  const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return new Intl.DateTimeFormat(locales.en, { year: "numeric", ...(month ? { month: "short" } : {}), ...(day ? { day: "numeric" } : {}), timeZone: "UTC" }).format(date);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Credits as exact tenths: 2, 0.4. */
export function formatCredit(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : String(Math.round(value * 10) / 10);
}

const fullWidth: Record<string, string> = { "．": ".", "，": ",", "－": "-", "／": "/", "：": ":" };

/** Digits as typed with a Chinese input method (２０２４．３) become plain ones. */
export function normaliseDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[．，－／：]/g, (mark) => fullWidth[mark] ?? mark);
}
