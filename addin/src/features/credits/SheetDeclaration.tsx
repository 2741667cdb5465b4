import { Field } from "@fluentui/react-components";
import { useState } from "react";
import { editCredit, getCredits } from "../../api/credits";
import type { ExcelWorkbook } from "../../office/ports";
import { formatCredit } from "../../shared/format";
import { defineText, pick, useLanguage, useText } from "../../shared/text";
import { ImeInput } from "../../shared/ui/ImeInput";
import { SheetBack } from "../../shared/ui/SheetBack";
import { compareDeclaration, takenOver, type DeclarationComparison, type DeclarationDifference } from "./sheetDeclaration";

const sheetText = defineText(
  {
    reason: "理由（审核人会看到）",
    reasonFor: (name: string) => `${name}的理由`,
    credit: "申报学分",
    none: "（未申报）",
    nobody: (names: string) => `不在本校本年度表4里，没有读取：${names}`,
    unreadable: (cells: string) => `不是数字，没有读取：${cells}`,
    noTable: "打开的工作簿里没有找到表4的数据区，请重新下载。",
  },
  {
    reason: "Reason (the reviewer sees it)",
    reasonFor: (name) => `Reason for ${name}`,
    credit: "Declared credit",
    none: "(nothing)",
    nobody: (names) => `Not in the school's 表4 of the year, not read: ${names}`,
    unreadable: (cells) => `Not a number, not read: ${cells}`,
    noTable: "The rows of 表4 were not found in the open workbook; download it again.",
  },
);

interface SheetProps {
  workbook: ExcelWorkbook;
  schoolId: string;
  year: number;
  onSaved: () => void;
}

/** The open 表4, read back: numbers typed over the counted ones, each person with a reason, saved against the version that was seen. */
export default function SheetDeclaration({ workbook, schoolId, year, onSaved }: SheetProps) {
  const t = useText(sheetText);
  const language = useLanguage();
  const [found, setFound] = useState<DeclarationComparison | null>(null);
  const [noTable, setNoTable] = useState(false);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const reasonOf = (personId: string) => (reasons[personId] ?? "").trim();
  const read = async () => {
    const [table, sheet] = await Promise.all([workbook.readTable("rows"), getCredits(schoolId, year)]);
    setNoTable(table === null);
    setFound(table && compareDeclaration(table, sheet));
  };
  const save = async (keys: ReadonlySet<string>) => {
    try {
      for (const difference of found?.differences ?? []) {
        if (keys.has(difference.row.personId)) await editCredit(schoolId, year, difference.row, takenOver(difference, reasonOf(difference.row.personId)));
      }
    } finally {
      // A row that fails leaves those before it saved: what is left shows up again.
      onSaved();
      await read();
    }
  };
  const side = ({ numbers, credit }: DeclarationDifference, which: "before" | "after") =>
    [
      ...numbers.map((each) => `${pick(language, each.column.label, each.column.labelEn)} ${each[which]}`),
      ...(credit ? [`${t.credit} ${formatCredit(credit[which]) || t.none}`] : []),
    ].join("，");
  const notes = [
    noTable ? t.noTable : null,
    found && found.nobody.length > 0 ? t.nobody(found.nobody.join("、")) : null,
    found && found.unreadable.length > 0 ? t.unreadable(found.unreadable.join("、")) : null,
  ].filter((note) => note !== null);
  return (
    <SheetBack
      sheet="表4"
      notes={notes}
      onRead={read}
      onSave={save}
      lines={
        found &&
        found.differences.map((difference) => {
          const { row, numbers } = difference;
          return {
            key: row.personId,
            title: `${row.name}（${row.post}）`,
            before: side(difference, "before"),
            after: side(difference, "after"),
            // A number that differs from its papers needs a reason; so does a credit declared over gaps, which the service says.
            ready: numbers.length === 0 || reasonOf(row.personId) !== "",
            extra: (
              <Field label={t.reason} required={numbers.length > 0}>
                <ImeInput aria-label={t.reasonFor(row.name)} value={reasons[row.personId] ?? ""} onText={(text) => setReasons((old) => ({ ...old, [row.personId]: text }))} />
              </Field>
            ),
          };
        })
      }
    />
  );
}
