import { defineText } from "../../shared/text";

export const sheetText = defineText(
  {
    blank: "（空）",
    mark: (name: string, post: string, day: string) => `${name}（${post}） ${day}`,
    "note-nobody": (names: string) => `不在本校本年度名册里，没有读取：${names}`,
    "note-namesakes": (names: string) => `有同名的人（${names}），按名册顺序对应，请逐条核对。`,
    "note-not-in-post": (what: string) => `当日不在本校任职，没有读取：${what}`,
    "note-no-session": (days: string) => `表格里没有这些日期的列：${days}`,
    noTable: "打开的工作簿里没有找到这张表的数据区，请重新下载。",
    newSession: "（新活动）",
    sessionRow: (row: number) => `第${row}行`,
    unreadable: (rows: string) => `时间或自培内容读不懂，没有读取：第${rows}行`,
    absent: (topics: string) => `表格里没有、平台上保留的活动：${topics}`,
  },
  {
    blank: "(blank)",
    mark: (name, post, day) => `${name} (${post}) ${day}`,
    "note-nobody": (names) => `Not in the school's roster of the year, not read: ${names}`,
    "note-namesakes": (names) => `Namesakes (${names}) are told apart by the order of the roster; check each line.`,
    "note-not-in-post": (what) => `Held no post here on that day, not read: ${what}`,
    "note-no-session": (days) => `The sheet has no column for: ${days}`,
    noTable: "The rows of this sheet were not found in the open workbook; download it again.",
    newSession: "(new session)",
    sessionRow: (row) => `Row ${row}`,
    unreadable: (rows) => `Date or content could not be read, left out: row ${rows}`,
    absent: (topics) => `Not in the sheet, kept on the platform: ${topics}`,
  },
);
