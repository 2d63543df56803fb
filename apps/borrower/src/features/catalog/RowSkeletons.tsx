import { Skeleton } from "@daichao/ui/light";
import styles from "./RowSkeletons.module.css";

/** As many rows as may come, in the height they will have. */
export function RowSkeletons({ count }: { count: number }) {
  return (
    <div className={styles.rows}>
      {Array.from({ length: count }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton silent={row > 0} height="100%" />
        </div>
      ))}
    </div>
  );
}
