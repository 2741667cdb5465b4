import { lazy, Suspense } from "react";
import type { Session } from "../../api/session";
import { go, usePlace } from "../../shared/router";
import { Waiting } from "../../shared/ui/Loading";

const DutiesScreen = lazy(() => import("../../features/duties/DutiesScreen"));
const PaperScreen = lazy(() => import("../../features/fill/PaperScreen"));

/** The person's duties inside the pane, for documents that are none of ours: start a form, download it, open it in Word. */
export function PaneDuties({ session }: { session: Session }) {
  const place = usePlace();
  return (
    <Suspense fallback={<Waiting />}>
      {place.path[0] === "paper" ? (
        <PaperScreen recordId={place.path[1] ?? ""} />
      ) : (
        <DutiesScreen year={session.openYear} onOpen={(recordId: string) => go(["paper", recordId])} />
      )}
    </Suspense>
  );
}
