import { Button, Spinner, type ButtonProps } from "@fluentui/react-components";
import { ArrowDownloadRegular } from "@fluentui/react-icons";
import { download } from "../../api/download";
import { useAction } from "../useAction";
import { useLate } from "./Loading";

interface DownloadButtonProps {
  address: string;
  fileName: string;
  children: string;
  appearance?: ButtonProps["appearance"];
  size?: ButtonProps["size"];
  disabled?: boolean;
  onProblem: (problem: unknown) => void;
}

/** Fetches a file; a refusal goes to the screen's message. */
export function DownloadButton({ address, fileName, children, appearance, size, disabled, onProblem }: DownloadButtonProps) {
  const fetching = useAction(() => download(address, fileName).then(() => onProblem(undefined), onProblem));
  const late = useLate(fetching.busy);
  return (
    <Button
      icon={late ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
      appearance={appearance}
      size={size}
      disabled={disabled === true || fetching.busy}
      onClick={() => void fetching.run()}
    >
      {children}
    </Button>
  );
}
