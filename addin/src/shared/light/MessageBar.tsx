import { CheckmarkCircleFilled } from "@fluentui/react-icons/headless/svg/checkmark-circle";
import { DiamondDismissFilled } from "@fluentui/react-icons/headless/svg/diamond-dismiss";
import { InfoFilled } from "@fluentui/react-icons/headless/svg/info";
import { WarningFilled } from "@fluentui/react-icons/headless/svg/warning";
import type { HTMLAttributes, ReactNode } from "react";
import { classes } from "./classes";
import styles from "./light.module.css";

const icons = { info: InfoFilled, success: CheckmarkCircleFilled, warning: WarningFilled, error: DiamondDismissFilled };

interface MessageBarProps extends HTMLAttributes<HTMLDivElement> {
  intent: keyof typeof icons;
}

/** A message of more than a word; what it is stands in its icon and its colour, what it says in its body. */
export function MessageBar({ intent, className, children, ...rest }: MessageBarProps) {
  const Icon = icons[intent];
  return (
    <div {...rest} role={rest.role ?? "group"} className={classes(styles["bar"], styles[intent], className)}>
      <span className={styles["barIcon"]} aria-hidden>
        <Icon />
      </span>
      {children}
    </div>
  );
}

export const MessageBarBody = ({ className, ...rest }: HTMLAttributes<HTMLDivElement>) => <div {...rest} className={classes(styles["barBody"], className)} />;

export const MessageBarTitle = ({ children }: { children: ReactNode }) => <span className={styles["barTitle"]}>{children}</span>;

interface ActionsProps {
  /** Stands in the corner: closing. */
  containerAction?: ReactNode;
  children?: ReactNode;
}

export const MessageBarActions = ({ containerAction, children }: ActionsProps) => (
  <>
    {containerAction && <div className={styles["barClose"]}>{containerAction}</div>}
    {children && <div className={styles["barActions"]}>{children}</div>}
  </>
);
