import { Button, Checkbox, MessageBar, MessageBarBody, Text } from "@fluentui/react-components";
import { TableArrowUpRegular } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { defineText, useText } from "../text";
import { useAction } from "../useAction";
import { useNotice } from "./Notices";
import { ProblemBar } from "./ProblemBar";
import styles from "./SheetBack.module.css";

const sheetBackText = defineText(
  {
    read: "读取打开的表格",
    lead: (sheet: string) => `打开的工作簿是${sheet}。在表格里改过的内容可以读回，先看差异，再保存到区平台。`,
    same: "表格与区平台一致，没有要保存的。",
    save: (count: number) => `保存所选的${count}处`,
    saved: (count: number) => `已保存${count}处到区平台。`,
    differences: "与区平台不同的内容",
  },
  {
    read: "Read the open sheet",
    lead: (sheet) => `The open workbook is ${sheet}. What was changed in it can be read back: look at the differences, then save them to the platform.`,
    same: "The sheet says what the platform says; there is nothing to save.",
    save: (count) => `Save the ${count} chosen`,
    saved: (count) => `${count} were saved to the platform.`,
    differences: "What differs from the platform",
  },
);

/** One difference between the open sheet and the platform. */
export interface SheetLine {
  readonly key: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** Further input that the line needs, such as a reason. */
  readonly extra?: ReactNode;
  /** False while that input is missing. */
  readonly ready?: boolean;
}

interface SheetBackProps {
  /** 表2 and so on. */
  sheet: string;
  lines: readonly SheetLine[] | null;
  notes: readonly string[];
  onRead: () => Promise<void>;
  /** Saves the chosen lines and reads again. */
  onSave: (keys: ReadonlySet<string>) => Promise<void>;
}

/** The way back from an open sheet: read, look at every difference, save the chosen ones. */
export function SheetBack({ sheet, lines, notes, onRead, onSave }: SheetBackProps) {
  const t = useText(sheetBackText);
  const notify = useNotice();
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const read = useAction(async () => {
    setOff(new Set());
    await onRead();
  });
  const chosen = (lines ?? []).filter((line) => !off.has(line.key));
  const save = useAction(async () => {
    const count = chosen.length;
    await onSave(new Set(chosen.map((line) => line.key)));
    notify({ text: t.saved(count) });
  });
  const busy = read.busy || save.busy;
  return (
    <section className={styles["box"]} aria-label={sheet}>
      <Text>{t.lead(sheet)}</Text>
      <div>
        <Button icon={<TableArrowUpRegular />} disabled={busy} onClick={() => void read.run()}>
          {t.read}
        </Button>
      </div>
      <ProblemBar problem={read.error ?? save.error} onClose={() => (read.clear(), save.clear())} />
      {lines !== null && lines.length === 0 && <Text role="status">{t.same}</Text>}
      {notes.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {notes.map((note) => (
              <div key={note}>{note}</div>
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {lines !== null && lines.length > 0 && (
        <>
          <ul className={styles["lines"]} aria-label={t.differences}>
            {lines.map((line) => (
              <li key={line.key} data-line={line.key}>
                <Checkbox
                  checked={!off.has(line.key)}
                  disabled={busy}
                  label={
                    <>
                      {line.title}
                      <span className={styles["change"]}>
                        {line.before} → <strong>{line.after}</strong>
                      </span>
                    </>
                  }
                  onChange={(_, data) =>
                    setOff((old) => {
                      const next = new Set(old);
                      if (data.checked) next.delete(line.key);
                      else next.add(line.key);
                      return next;
                    })
                  }
                />
                {!off.has(line.key) && line.extra}
              </li>
            ))}
          </ul>
          <div>
            <Button appearance="primary" disabled={busy || chosen.length === 0 || chosen.some((line) => line.ready === false)} onClick={() => void save.run()}>
              {t.save(chosen.length)}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
