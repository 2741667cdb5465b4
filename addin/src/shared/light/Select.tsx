import type { ComponentProps } from "react";
import { classes } from "./classes";
import styles from "./light.module.css";

/** A choice of few: the host's own list, which every reader and every input knows. */
export const Select = ({ className, ...rest }: ComponentProps<"select">) => <select {...rest} className={classes(styles["select"], className)} />;
