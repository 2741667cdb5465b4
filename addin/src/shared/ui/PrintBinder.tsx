import {
  Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, MessageBar, MessageBarBody, Select, Text,
} from "@fluentui/react-components";
import { PrintRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { binderAddress, checkPrint, type PaperGaps } from "../../api/binder";
import { pick, useLanguage, useText } from "../text";
import { useLoad } from "../useLoad";
import { words } from "../words";
import { DownloadButton } from "./DownloadButton";
import { Load } from "./Loading";
import styles from "./PrintBinder.module.css";
import { ProblemBar } from "./ProblemBar";
import { printText } from "./printText";

interface PrintBinderProps {
  schoolId: string;
  year: number;
  /** The one cadre whose portfolio is printed; without it the school's, and any of `cadres` may be chosen. */
  person?: { personId: string; name: string };
  cadres?: readonly { personId: string; name: string }[];
}

const WHOLE = "";
const EVERYONE = "*";

/** Makes one document of a portfolio: cover, contents, papers in official order; says first what would print as a box. */
export function PrintBinder(props: PrintBinderProps) {
  const t = useText(printText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PrintRegular />} onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogSurface>{open && <PrintBody {...props} onClose={() => setOpen(false)} />}</DialogSurface>
      </Dialog>
    </>
  );
}

function PrintBody({ schoolId, year, person, cadres = [], onClose }: PrintBinderProps & { onClose: () => void }) {
  const t = useText(printText);
  const common = useText(words);
  const [chosen, setChosen] = useState(person?.personId ?? WHOLE);
  const [singleSided, setSingleSided] = useState(false);
  const [problem, setProblem] = useState<unknown>(undefined);
  const everyone = chosen === EVERYONE;
  const personId = chosen === WHOLE || everyone ? undefined : chosen;
  const check = useLoad(`print ${schoolId} ${year} ${chosen}`, (signal) => checkPrint(schoolId, year, personId, signal));
  const name = person?.name ?? cadres.find((cadre) => cadre.personId === personId)?.name ?? t.school;
  const address = (format: "docx" | "pdf") => binderAddress(schoolId, { year, person: personId, everyone, singleSided, format });
  const concerns = (papers: readonly PaperGaps[]) => papers.filter((paper) => everyone || (paper.personId ?? undefined) === personId);
  return (
    <DialogBody>
      <DialogTitle>{t.title(year)}</DialogTitle>
      <DialogContent className={styles["content"]}>
        <Text>{t.lead}</Text>
        {!person && (
          <Field label={t.which}>
            <Select value={chosen} onChange={(_, data) => setChosen(data.value)}>
              <option value={WHOLE}>{t.school}</option>
              <option value={EVERYONE}>{t.everyone}</option>
              {cadres.map((cadre) => (
                <option key={cadre.personId} value={cadre.personId}>
                  {cadre.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Checkbox label={t.singleSided} checked={singleSided} onChange={(_, data) => setSingleSided(data.checked === true)} />
        <ProblemBar problem={problem} onClose={() => setProblem(undefined)} />
        <Load from={check}>
          {(data) => (
            <>
              <Gaps papers={concerns(data.papers)} />
              {!data.pdf && <Text size={200}>{t.noPdf}</Text>}
            </>
          )}
        </Load>
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{common.close}</Button>
        {check.data?.pdf && (
          <DownloadButton address={address("pdf")} fileName={`${name}.pdf`} onProblem={setProblem}>
            PDF
          </DownloadButton>
        )}
        <DownloadButton appearance="primary" address={address("docx")} fileName={`${name}.docx`} onProblem={setProblem}>
          {common.word}
        </DownloadButton>
      </DialogActions>
    </DialogBody>
  );
}

/** Characters that no face draws come first: they would print as boxes. */
function Gaps({ papers }: { papers: readonly PaperGaps[] }) {
  const t = useText(printText);
  const language = useLanguage();
  if (papers.length === 0) {
    return (
      <MessageBar intent="success">
        <MessageBarBody>{t.noGaps}</MessageBarBody>
      </MessageBar>
    );
  }
  const boxes = papers.flatMap((paper) => paper.gaps).filter((gap) => gap.fallback === null).length;
  return (
    <>
      <MessageBar intent={boxes > 0 ? "warning" : "info"} layout="multiline">
        <MessageBarBody>{boxes > 0 ? t.boxes(boxes) : t.replaced}</MessageBarBody>
      </MessageBar>
      <ul className={styles["gaps"]}>
        {papers.map((paper) => (
          <li key={paper.recordId}>
            <Text weight="semibold">{[paper.personName, paper.title].filter(Boolean).join(" · ")}</Text>
            <ul>
              {paper.gaps.toSorted((a, b) => Number(a.fallback !== null) - Number(b.fallback !== null)).map((gap) => (
                <li key={`${gap.field} ${gap.row} ${gap.character}`}>
                  {t.place(gap.label, gap.row ?? 0)}
                  {pick(language, gap.message, gap.messageEn)}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
