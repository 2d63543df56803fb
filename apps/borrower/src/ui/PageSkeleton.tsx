import { Skeleton } from "@daichao/ui/light";
import styles from "./PageSkeleton.module.css";

/** A title and two blocks: what any page looks like before its code is here. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <Skeleton width="min(22em, 70%)" height={38} />
      <Skeleton silent height={160} />
      <Skeleton silent height={320} />
    </div>
  );
}
