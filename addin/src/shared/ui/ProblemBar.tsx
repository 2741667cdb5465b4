import { useState } from "react";
import { ApiProblem, type ProblemItem } from "../../api/problem";
import { Button } from "../light/Button";
import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "../light/MessageBar";
import { LinkButton } from "../light/Texts";
import { pick, useLanguage, useText, type Language } from "../text";
import { words } from "../words";
import styles from "./ProblemBar.module.css";

interface ProblemBarProps {
  problem: unknown;
  onRetry?: () => void;
  onClose?: () => void;
}

/** Where a fault stands: 名册.xlsx · 第3行 · 姓名. */
function place(item: ProblemItem, row: (row: number) => string): string {
  return [item.file, item.sheet, item.row ? row(item.row) : null].filter(Boolean).join(" · ");
}

export function diagnosticsOf(problem: unknown, language: Language): string {
  const lines = [new Date().toISOString(), location.href.replace(/\?.*/, ""), navigator.userAgent, language];
  if (problem instanceof ApiProblem) {
    const trace = problem.more["traceId"];
    lines.push(`${problem.status} ${problem.code}`, `trace ${typeof trace === "string" ? trace : "-"}`);
  } else if (problem instanceof Error) {
    lines.push(`${problem.name}: ${problem.message}`);
  }
  return lines.join("\n");
}

/** What went wrong, why, and the next step; every single fault with its place; technical details only to copy. */
export function ProblemBar({ problem, onRetry, onClose }: ProblemBarProps) {
  const t = useText(words);
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  if (problem === undefined || problem === null) return null;
  const known = problem instanceof ApiProblem ? problem : null;
  const title = known ? pick(language, known.title, known.titleEn) : t.unexpected;
  const detail = known ? pick(language, known.detail, known.detailEn) : t.unexpectedNext;
  const copy = async () => {
    await navigator.clipboard.writeText(diagnosticsOf(problem, language));
    setCopied(true);
  };
  const technical = !known || known.status === 0 || known.status >= 500;
  return (
    <MessageBar intent="error" role="alert" className={styles["bar"]}>
      <MessageBarBody className={styles["body"]}>
        <MessageBarTitle>{title}</MessageBarTitle>
        {detail}
        {known && known.items.length > 0 && (
          <ul className={styles["items"]}>
            {known.items.map((item, index) => (
              <li key={index}>
                {place(item, t.row) && <strong>{place(item, t.row)} </strong>}
                {pick(language, item.message, item.messageEn)}
              </li>
            ))}
          </ul>
        )}
        {technical && (
          <div>
            <LinkButton onClick={() => void copy()}>
              {copied ? t.copied : t.copyDiagnostics}
            </LinkButton>
          </div>
        )}
      </MessageBarBody>
      {(onRetry ?? onClose) && (
        <MessageBarActions>
          {onRetry && <Button onClick={onRetry}>{t.retry}</Button>}
          {onClose && <Button onClick={onClose}>{t.close}</Button>}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
