import { defineText } from "../../shared/text";

export const deadlinesText = defineText(
  {
    title: "交材料的日期",
    lead: (year: number) => `办法没有规定具体日期，由区教育学院每年确定。这里填写${year}年度各项材料的截止日期，保存后显示在每位干部和学校的应交清单上；留空则不显示日期。`,
    school: "学校自培工作档案袋",
    personal: "干部个人自培档案袋",
    paper: "材料",
    due: "截止日期",
    dayOf: (paper: string) => `${paper}的截止日期`,
    default: (day: string) => `未填时按办法文件：${day}`,
    save: "保存",
    saveSome: (count: number) => `保存（${count}项改动）`,
    saved: "已保存，各校的应交清单已按新日期显示。",
    readOnly: "日期由区教育局确定，这里只供查看。",
  },
  {
    title: "Due dates",
    lead: (year) => `The rules name no dates; the college sets them every year. What is saved here for ${year} stands on the list of every cadre and school; a day left empty shows none.`,
    school: "The school's portfolio",
    personal: "The cadres' portfolios",
    paper: "Paper",
    due: "Last day",
    dayOf: (paper) => `Last day of ${paper}`,
    default: (day) => `While empty, the scheme's: ${day}`,
    save: "Save",
    saveSome: (count) => `Save (${count})`,
    saved: "Saved; the lists of all schools show the new days.",
    readOnly: "The bureau sets the days; here they are shown.",
  },
);
