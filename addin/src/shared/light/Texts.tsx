import type { AnchorHTMLAttributes, ButtonHTMLAttributes, HTMLAttributes, ReactNode } from "react";
import { classes } from "./classes";
import styles from "./light.module.css";

interface TitleProps {
  as: "h1" | "h2" | "h3";
  children: ReactNode;
}

/** The title of a screen. */
export const Title2 = ({ as: Tag, children }: TitleProps) => <Tag className={styles["title2"]}>{children}</Tag>;

/** The title of a pane. */
export const Title3 = ({ as: Tag, children }: TitleProps) => <Tag className={styles["title3"]}>{children}</Tag>;

/** The title of a section. */
export const Subtitle2 = ({ as: Tag, children }: TitleProps) => <Tag className={styles["subtitle2"]}>{children}</Tag>;

/** Looks like a link and acts: a button. */
export const LinkButton = ({ className, type = "button", ...rest }: ButtonHTMLAttributes<HTMLButtonElement>) => <button {...rest} type={type} className={classes(styles["link"], className)} />;

/** A link to an address. */
export const Link = ({ className, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) => <a {...rest} className={classes(styles["link"], className)} />;

interface BadgeProps extends HTMLAttributes<HTMLSpanElement> {
  color?: "informative" | "success" | "warning";
}

/** A short state in words on a tinted ground. */
export const Badge = ({ color = "informative", className, ...rest }: BadgeProps) => <span {...rest} className={classes(styles["badge"], styles[color], className)} />;

/** That something is going on, in words too. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className={styles["waiting"]}>
      <span className={styles["spinner"]} aria-hidden />
      {label}
    </span>
  );
}
