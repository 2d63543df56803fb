import { CheckIcon, PlusIcon } from "@daichao/ui";
import { Button } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./CompareButton.module.css";
import type { Pick } from "./picks.ts";
import { mostPicked, togglePick, usePicks } from "./picks.ts";

/** Puts a product aside to compare it, or takes it back; says so in words. */
export function CompareButton({ product }: { product: Pick & { readonly isAvailable: boolean } }) {
  const t = useT();
  const picks = usePicks();
  const isPicked = picks.some(({ id }) => id === product.id);
  const { id, slug, name, version } = product;
  return (
    <Button
      size="small"
      icon={isPicked ? CheckIcon : PlusIcon}
      aria-pressed={isPicked}
      disabled={!isPicked && (!product.isAvailable || picks.length >= mostPicked)}
      onClick={() => togglePick({ id, slug, name, version })}
      className={styles.pick}
    >
      {t(isPicked ? "tray.picked" : "tray.pick")}
    </Button>
  );
}
