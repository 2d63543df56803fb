import type { InputHTMLAttributes, ReactNode } from "react";
import styles from "./Field.module.css";

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "type"> {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}

export function Checkbox({ onCheckedChange, children, ...rest }: CheckboxProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...rest} onChange={(event) => onCheckedChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
