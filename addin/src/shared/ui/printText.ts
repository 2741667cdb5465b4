import { defineText } from "../text";

export const printText = defineText(
  {
    open: "打印档案袋",
    title: (year: number) => `打印${year}年度档案袋`,
    lead: "封面、目录和已接受的材料按规定顺序合成一份文件，附件随材料装入；不能装入的原件留一页写明该插入哪个文件。",
    which: "打印哪一份",
    school: "学校自培工作档案袋",
    everyone: "学校和全体干部的档案袋",
    singleSided: "单面打印（不为双面打印留空白页）",
    noPdf: "这里没有安装 LibreOffice，不能直接生成 PDF；目录页码在 Word 打开时计算。",
    noGaps: "字体检查通过：所有字都能印出来。",
    boxes: (count: number) => `有${count}处的字没有字体可印，会印成方框。请安装含有该字的字体，或请管理员在字体设置中增加一种。`,
    replaced: "有的字所用字体没有，已改用其他字体，不会印成方框。",
    place: (label: string, row: number) => (row > 0 ? `${label}（第${row}行）：` : `${label}：`),
  },
  {
    open: "Print the portfolio",
    title: (year) => `Print the portfolio of ${year}`,
    lead: "Cover, contents and accepted papers in official order as one document, with the files beside them; for what cannot be bound a page says which file to insert.",
    which: "Which portfolio",
    school: "The school's portfolio",
    everyone: "The school's and every cadre's",
    singleSided: "Single-sided (no blank pages for duplex printing)",
    noPdf: "LibreOffice is not installed here, so no PDF can be made; Word computes the page numbers of the contents when it opens the document.",
    noGaps: "Fonts are fine: every character can be printed.",
    boxes: (count) => `${count} characters have no font and would print as boxes. Install a font that has them, or ask the administrator to add one to the font settings.`,
    replaced: "Some characters are missing in their font; another font steps in, so none prints as a box.",
    place: (label, row) => (row > 0 ? `${label} (row ${row}): ` : `${label}: `),
  },
);
