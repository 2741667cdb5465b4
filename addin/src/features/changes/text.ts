import { defineText } from "../../shared/text";

export const changesText = defineText(
  {
    title: "修改记录",
    lead: (year: number) => `${year}年度每一次对数字、意见和状态的修改：谁、何时、改前、改后。最多显示最近500条。`,
    when: "时间",
    who: "修改人",
    whose: "涉及",
    what: "事项",
    before: "改前",
    after: "改后",
    why: "理由",
    undoLast: "撤销这一步",
    find: "筛选姓名、事项或内容",
    nothing: "这一年度还没有修改记录。",
    noMatch: "没有符合的记录。",
  },
  {
    title: "Change history",
    lead: (year) => `Every change to a number, an opinion or a state in ${year}: who, when, before, after. The latest 500 are shown.`,
    when: "When",
    who: "Who",
    whose: "Concerns",
    what: "What",
    before: "Before",
    after: "After",
    why: "Reason",
    undoLast: "Undo this",
    find: "Filter by name, subject or content",
    nothing: "Nothing was changed in this year yet.",
    noMatch: "No change matches.",
  },
);
