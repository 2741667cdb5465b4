import { defineText } from "../text";

export const scanCodeText = defineText(
  {
    title: "核对扫描件的内容码",
    lead: (file: string) => `“${file}”扫描的必须是现在这一版：打印后内容又改过的，那份打印件已作废。请填写纸面上印的内容码。`,
    code: "内容码",
    hint: "印在表的底部，形如 7K3F-92QX。请照着纸面填写。",
    needed: "请填写内容码；表上没有的，请勾选下面一项。",
    without: "表上没有内容码，我已逐项核对",
    confirm: "附上扫描件",
  },
  {
    title: "Check the scan's content code",
    lead: (file) => `'${file}' must show the present version: a print is void once the paper was changed afterwards. Enter the content code printed on the sheet.`,
    code: "Content code",
    hint: "At the foot of the sheet, like 7K3F-92QX. Copy it from the paper.",
    needed: "Enter the content code, or tick the box below where the sheet has none.",
    without: "The sheet has no content code; I compared it line by line",
    confirm: "Attach the scan",
  },
);
