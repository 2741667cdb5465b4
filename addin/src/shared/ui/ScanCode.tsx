import { Checkbox, Field } from "@fluentui/react-components";
import { useState } from "react";
import { codeIn, type SaidCode } from "../contentCode";
import { useText } from "../text";
import { Ask } from "./Ask";
import { ImeInput } from "./ImeInput";
import { ProblemBar } from "./ProblemBar";
import { scanCodeText } from "./scanCodeText";

interface ScanCodeProps {
  /** Name of the scanned file; null while nothing is asked. */
  file: string | null;
  busy?: boolean;
  /** Why the scan was refused; shown where the code can be corrected. */
  problem: unknown;
  onConfirm: (said: SaidCode) => void;
  onClose: () => void;
}

/** Asks for the content code printed on a stamped scan: a sheet that was changed after printing is void (R66). */
export function ScanCode({ file, ...rest }: ScanCodeProps) {
  return file === null ? null : <ScanCodeAsk key={file} file={file} {...rest} />;
}

function ScanCodeAsk({ file, busy, problem, onConfirm, onClose }: ScanCodeProps & { file: string }) {
  const t = useText(scanCodeText);
  const [code, setCode] = useState(codeIn(file));
  const [without, setWithout] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = code.trim() === "" && !without;
  const confirm = () => (missing ? setAsked(true) : onConfirm(without ? { withoutCode: true } : { contentCode: code.trim() }));
  return (
    <Ask open title={t.title} confirm={t.confirm} busy={busy} onConfirm={confirm} onClose={onClose}>
      <ProblemBar problem={problem} />
      <p>{t.lead(file)}</p>
      <Field label={t.code} hint={t.hint} required={!without} validationMessage={asked && missing ? t.needed : undefined}>
        <ImeInput value={code} onText={setCode} disabled={without} maxLength={16} />
      </Field>
      <Checkbox checked={without} onChange={(_, data) => setWithout(data.checked === true)} label={t.without} />
    </Ask>
  );
}
