/** One fault with its place, as the service names it. */
export interface ProblemItem {
  code: string;
  message: string;
  messageEn: string;
  file?: string | null;
  sheet?: string | null;
  row?: number | null;
  field?: string | null;
}

/** A refusal of the service (problem details), or the network's. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** Stable code: the last part of the problem's type. */
    readonly code: string,
    readonly title: string,
    readonly titleEn: string,
    readonly detail: string,
    readonly detailEn: string,
    readonly items: readonly ProblemItem[] = [],
    /** Further members, such as currentVersion and differences of a stale write. */
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(title);
    this.name = "ApiProblem";
  }
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function problemFrom(status: number, body: unknown): ApiProblem {
  const details = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const title = text(details["title"]) || "服务没有完成这个操作。";
  return new ApiProblem(
    status,
    text(details["type"]).split("/").pop() || `http-${status}`,
    title,
    text(details["titleEn"]) || text(details["title"]) || "The service did not complete this.",
    text(details["detail"]),
    text(details["detailEn"]) || text(details["detail"]),
    Array.isArray(details["problems"]) ? (details["problems"] as ProblemItem[]) : [],
    details,
  );
}

export function offlineProblem(): ApiProblem {
  return new ApiProblem(
    0,
    "offline",
    "连接不上区平台。",
    "The service cannot be reached.",
    "已填写的内容仍在页面上。请检查网络后重试。",
    "What you typed is still on the page. Check the network, then try again.",
  );
}
