import { useState } from "react";
import { cancelFiling, listFilings, resumeFiling, retryItem, startFiling, type Filing, type FilingItem } from "../../api/filing";
import { useText } from "../../shared/text";
import { useNotice } from "../../shared/ui/Notices";
import { useAction, type Action } from "../../shared/useAction";
import { useLoad, type Loaded } from "../../shared/useLoad";
import { filingText } from "./text";
import { useFiling } from "./useFiling";

/** The newest filing of a school and year with everything that can be done about it; the portal and the pane show the same. */
export interface FilingWork {
  readonly filings: Loaded<Filing[]>;
  /** As the service tells it now; undefined where nothing was filed yet. */
  readonly latest: Filing | undefined;
  readonly running: boolean;
  /** Ended before every file was in the library. */
  readonly unfinished: boolean;
  readonly start: Action<[]>;
  readonly cancel: Action<[id: string]>;
  readonly resume: Action<[id: string]>;
  readonly retry: Action<[item: FilingItem, replace: boolean]>;
  /** The file that a person is asked about before it is replaced. */
  readonly replacing: FilingItem | null;
  readonly setReplacing: (item: FilingItem | null) => void;
}

export function useFilingWork(schoolId: string, year: number): FilingWork {
  const t = useText(filingText);
  const notify = useNotice();
  const filings = useLoad(`filings ${schoolId} ${year}`, (signal) => listFilings(schoolId, year, signal));
  const latest = useFiling(filings.data?.[0], filings.reload);
  const [replacing, setReplacing] = useState<FilingItem | null>(null);
  const put = (next: Filing) => filings.set([next, ...(filings.data ?? []).filter((each) => each.id !== next.id)]);
  const start = useAction(async () => put(await startFiling(schoolId, year)));
  const resume = useAction(async (id: string) => put(await resumeFiling(id)));
  const cancel = useAction(async (id: string) => {
    put(await cancelFiling(id));
    notify({ text: t.cancelled, undo: () => void resume.run(id) });
  });
  const retry = useAction(async (item: FilingItem, replace: boolean) => {
    setReplacing(null);
    if (latest) put(await retryItem(latest.id, item.id, replace));
  });
  const running = latest?.state === "running";
  return { filings, latest, running, unfinished: latest !== undefined && !running && latest.done < latest.total, start, cancel, resume, retry, replacing, setReplacing };
}
