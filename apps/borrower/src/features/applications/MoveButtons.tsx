import { Button } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./wizard.module.css";

export interface MoveButtonsProps {
  /** What is moved. */
  name: string;
  at: number;
  count: number;
  isBusy?: boolean;
  onMove: (at: number, by: number) => void;
}

/** One place up or down in an order of lenders. */
export function MoveButtons({ name, at, count, isBusy = false, onMove }: MoveButtonsProps) {
  const t = useT();
  return (
    <span className={styles.buttons}>
      <Button
        size="small"
        disabled={at === 0 || isBusy}
        aria-label={t("mode.earlier", { name })}
        onClick={() => onMove(at, -1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={at === count - 1 || isBusy}
        aria-label={t("mode.later", { name })}
        onClick={() => onMove(at, 1)}
      >
        ↓
      </Button>
    </span>
  );
}
