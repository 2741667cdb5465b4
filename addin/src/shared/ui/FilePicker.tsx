import { Button } from "@fluentui/react-components";
import { ArrowUploadRegular } from "@fluentui/react-icons";
import { useId, useRef, useState, type DragEvent } from "react";
import { useText } from "../text";
import { words } from "../words";
import styles from "./FilePicker.module.css";

interface FilePickerProps {
  label: string;
  /** Such as ".docx,.xlsx". Other files can still be dropped; the service says what is wrong with them. */
  accept: string;
  hint?: string;
  busy?: boolean;
  onFile: (file: File) => void;
}

/** A button that opens the file dialog, on a field that takes a dropped file. */
export function FilePicker({ label, accept, hint, busy = false, onFile }: FilePickerProps) {
  const t = useText(words);
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !busy) onFile(file);
  };
  return (
    <div
      className={`${styles["zone"]} ${over ? styles["over"] : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        className={styles["input"]}
        tabIndex={-1}
        aria-label={label}
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button icon={<ArrowUploadRegular />} disabled={busy} aria-describedby={hint ? hintId : undefined} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className={styles["hint"]}>{t.dropHere}</span>
      {hint && (
        <span id={hintId} className={styles["hint"]}>
          {hint}
        </span>
      )}
    </div>
  );
}
