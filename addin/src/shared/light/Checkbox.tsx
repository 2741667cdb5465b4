import type { ComponentProps, ReactNode } from "react";
import styles from "./light.module.css";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "onChange"> {
  label: ReactNode;
  onChange: (checked: boolean) => void;
}

/** A choice with its words beside it, which choose too. */
export const Checkbox = ({ label, onChange, ...rest }: CheckboxProps) => (
  <label className={styles["checkbox"]}>
    <input {...rest} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);
