import { offlineProblem } from "../../api/problem";
import OfflinePane from "../../features/fill/OfflinePane";
import { unsentStore } from "../../features/fill/recordSource";
import { officePartition } from "../../office/host";
import { wordDocument } from "../../office/word";
import { Load } from "../../shared/ui/Loading";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useLoad } from "../../shared/useLoad";

/** In Word without the service: a form can still be kept on this machine; with any other document there is nothing to do but try again. */
export default function OfflineForm({ onRetry }: { onRetry: () => void }) {
  const identity = useLoad("identity", () => wordDocument.identity());
  return (
    <Load from={identity}>
      {(found) =>
        found && found.record !== "" ? (
          <OfflinePane document={wordDocument} identity={found} store={unsentStore(officePartition())} onRetry={onRetry} />
        ) : (
          <ProblemBar problem={offlineProblem()} onRetry={onRetry} />
        )
      }
    </Load>
  );
}
