import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes";
import styles from "./light.module.css";

interface ButtonProps extends ComponentProps<"button"> {
  appearance?: "secondary" | "primary" | "subtle" | "transparent";
  size?: "small" | "medium";
  icon?: ReactNode;
}

/** A button. Fluent's name and properties, so that a screen chooses one or the other by its import alone. */
export function Button({ appearance = "secondary", size = "medium", icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(styles["button"], appearance !== "secondary" && styles[appearance], size === "small" && styles["small"], icon && !children && styles["iconOnly"], className)}
    >
      {icon && <span className={styles["icon"]}>{icon}</span>}
      {children}
    </button>
  );
}
