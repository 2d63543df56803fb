import { Checkbox, Dialog } from "@daichao/ui/light";
import { useShortcuts } from "../lib/shortcuts.tsx";
import { useT } from "../lib/texts.ts";
import styles from "./Keys.module.css";

const keys = [
  ["J", "keys.next"],
  ["K", "keys.previous"],
  ["Enter", "keys.open"],
  ["A", "keys.approve"],
  ["C", "keys.counter"],
  ["R", "keys.reject"],
  ["I", "keys.request"],
  ["E", "keys.assign"],
  ["/", "keys.search"],
  ["Esc", "keys.close"],
  ["?", "keys.help"],
] as const;

/** What the keyboard can do here, and the switch that turns single keys off. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const { isOn, setOn } = useShortcuts();
  return (
    <Dialog open={open} onClose={onClose} title={t("keys.title")}>
      <dl className={styles.sheet}>
        {keys.map(([key, text]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox checked={isOn} onCheckedChange={setOn}>
        {t("keys.single")}
      </Checkbox>
      <p className={styles.hint}>{t("keys.singleHint")}</p>
    </Dialog>
  );
}
