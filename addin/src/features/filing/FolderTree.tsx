import { DocumentRegular, FolderRegular, WarningRegular } from "@fluentui/react-icons";
import type { FilingItem } from "../../api/filing";
import { formatBytes } from "../../shared/format";
import { useText } from "../../shared/text";
import styles from "./filing.module.css";
import { filingText } from "./text";
import { countFiles, fileName, needsCare, type Folder } from "./tree";

interface FolderTreeProps {
  folder: Folder;
  /** Fetches a file that stands in the library. */
  onFetch: (path: string) => void;
}

/** The library as filed. Plain disclosure elements: they work with every keyboard and screen reader, and with the browser's own search. */
export function FolderTree({ folder, onFetch }: FolderTreeProps) {
  return (
    <ul className={styles["tree"]}>
      {folder.folders.map((each) => (
        <FolderNode key={each.path} folder={each} depth={0} onFetch={onFetch} />
      ))}
    </ul>
  );
}

function FolderNode({ folder, depth, onFetch }: FolderTreeProps & { depth: number }) {
  const t = useText(filingText);
  const stateWord: Record<FilingItem["state"], string> = {
    planned: t.planned,
    uploading: t.uploading,
    filed: t.filed,
    "already-filed": t["already-filed"],
    conflict: t.conflict,
    failed: t.failedState,
    cancelled: t.cancelledItem,
  };
  const care = needsCare(folder);
  return (
    <li>
      <details open={depth < 4 || care}>
        <summary>
          <FolderRegular aria-hidden /> {folder.name} <span className={styles["note"]}>{t.files(countFiles(folder))}</span>
          {care && (
            <span className={styles["care"]}>
              <WarningRegular aria-hidden /> {t.care}
            </span>
          )}
        </summary>
        <ul className={styles["tree"]}>
          {folder.folders.map((each) => (
            <FolderNode key={each.path} folder={each} depth={depth + 1} onFetch={onFetch} />
          ))}
          {folder.files.map((item) => (
            <li key={item.id} className={styles["file"]}>
              <DocumentRegular aria-hidden />{" "}
              {item.state === "filed" || item.state === "already-filed" ? (
                <button type="button" className={styles["link"]} onClick={() => onFetch(item.path)}>
                  {fileName(item)}
                </button>
              ) : (
                fileName(item)
              )}{" "}
              <span className={styles["note"]}>
                {stateWord[item.state]}
                {item.sizeBytes > 0 && ` · ${formatBytes(item.sizeBytes)}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
