import { Skeleton } from "@daichao/ui/light";
import styles from "./PageSkeleton.module.css";

/** The geometry of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton width={220} height={28} />
      <Skeleton silent height={44} />
      <Skeleton silent height={360} />
    </div>
  );
}
