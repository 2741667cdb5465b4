import { Button } from "../../shared/light/Button";
import { MessageBar, MessageBarActions, MessageBarBody } from "../../shared/light/MessageBar";
import { useText } from "../../shared/text";
import type { GoneRows as Gone } from "./merge";
import { paneText } from "./paneText";

/** Rows that the document had and has no more: deleted on purpose, or to be repaired? Until then the platform keeps them. */
export default function GoneRows({ gone, busy, onDelete, onRepair }: { gone: readonly Gone[]; busy: boolean; onDelete: (section: string) => void; onRepair: () => void }) {
  const t = useText(paneText);
  return gone.map(({ section, rows }) => (
    <MessageBar key={section} intent="warning" data-gone={section}>
      <MessageBarBody>
        {t.gone(rows.length)}
        <ul>
          {rows.map((row, index) => (
            <li key={index}>{row}</li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button disabled={busy} onClick={onRepair}>
          {t.repair}
        </Button>
        <Button disabled={busy} onClick={() => onDelete(section)}>
          {t.deleteGone}
        </Button>
      </MessageBarActions>
    </MessageBar>
  ));
}
