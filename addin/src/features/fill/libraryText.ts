import { defineText } from "../../shared/text";

export const libraryText = defineText(
  {
    title: "档案库中的文件",
    "not-filed": "这份材料还没有归档。",
    "as-filed": "与归档时一致",
    changed: "归档后在档案库中被改过",
    missing: "不在档案库中原来的位置",
    missingNext: "可能被移动或删除：书记在“归档”页点“开始核对”可以找回。",
    by: (name: string) => `最后修改人：${name}。`,
    filedAt: (when: string) => `归档于${when}。`,
    reopenFirst: "要把改动取回，请先点“重新打开”。",
    askToReopen: "要把改动取回，请本校书记先重新打开这份材料。",
    fetch: "从档案库取回",
    download: "下载档案库中的文件",
    open: "在档案库中打开",
  },
  {
    title: "The file in the library",
    "not-filed": "This paper has not been filed.",
    "as-filed": "As it was filed",
    changed: "Changed in the library since it was filed",
    missing: "Not in its place in the library",
    missingNext: "It may have been moved or deleted: the secretary's “Compare” on the filing page brings it back.",
    by: (name) => `Last changed by ${name}.`,
    filedAt: (when) => `Filed ${when}.`,
    reopenFirst: "To take the changes back, reopen the paper first.",
    askToReopen: "To take the changes back, let the school's secretary reopen the paper first.",
    fetch: "Fetch from the library",
    download: "Download the library's file",
    open: "Open in the library",
  },
);
