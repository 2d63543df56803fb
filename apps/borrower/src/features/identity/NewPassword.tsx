import { CheckIcon, Icon, MinusIcon } from "@daichao/ui";
import { Button, classNames, TextField } from "@daichao/ui/light";
import { useState } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./NewPassword.module.css";

const shortest = 8;
const longest = 64;

export function isLongEnough(password: string): boolean {
  const length = [...password].length;
  return length >= shortest && length <= longest;
}

export interface NewPasswordProps {
  label?: string;
  value: string;
  onValueChange: (password: string) => void;
  error?: string;
}

/** A password being chosen: what counts stands beside it, and it can be looked at. */
export function NewPassword({ label, value, onValueChange, error }: NewPasswordProps) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const isMet = isLongEnough(value);
  return (
    <div className={styles.password}>
      <TextField
        label={label ?? t("password.new")}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        required
        value={value}
        error={error}
        onValueChange={onValueChange}
        aside={
          <Button variant="quiet" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {t(isShown ? "password.hide" : "password.show")}
          </Button>
        }
      />
      <ul className={styles.rules}>
        <li className={classNames(styles.rule, isMet && styles.met)}>
          <Icon shape={isMet ? CheckIcon : MinusIcon} />
          {t("password.length", { min: shortest, max: longest })}
        </li>
        {/* Known once it is handed in: a mark here would say that it is met, or that it is not. */}
        <li className={styles.rule}>{t("password.uncommon")}</li>
      </ul>
    </div>
  );
}
