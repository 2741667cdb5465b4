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

/** The person closed the sign-in, or said no to it. */
export function signInUnfinishedProblem(): ApiProblem {
  return new ApiProblem(
    401,
    "sign-in-unfinished",
    "登录没有完成。",
    "Signing in was not finished.",
    "登录窗口被关闭，或登录被取消。已填写的内容都还在。请再试一次，在窗口中完成登录。",
    "The sign-in window was closed, or signing in was cancelled. Nothing you typed is lost. Try again and finish signing in in the window.",
  );
}

/** Signing in failed for another reason than the person or the network; the cause is a code of Office's or the provider's. */
export function signInFailedProblem(cause: string): ApiProblem {
  return new ApiProblem(
    401,
    "sign-in-failed",
    "现在无法登录。",
    "Signing in does not work right now.",
    `已填写的内容都还在。请稍后重试；如仍不行，请把代码“${cause}”告诉管理员。`,
    `Nothing you typed is lost. Try again later; if it still fails, give your administrator the code "${cause}".`,
  );
}
