import { useHouseT } from "../i18n/use-t.ts";
import { LeftIcon, RightIcon } from "../icons/shapes.ts";
import { Button } from "../light/Button.tsx";
import styles from "./DataTable.module.css";

export interface Paging {
  readonly totalCount?: number | null;
  /** One list that grows. */
  readonly onMore?: () => void;
  readonly hasMore?: boolean;
  /** Pages to go back and forth between. */
  readonly onNext?: () => void;
  readonly onPrevious?: () => void;
  readonly hasNext?: boolean;
  readonly hasPrevious?: boolean;
}

/** The end of a list: how many there are, and the way to the others. */
export function TablePager({ paging, loading }: { paging: Paging; loading: boolean }) {
  const t = useHouseT();
  const { totalCount, onMore, hasMore = false, onNext, onPrevious, hasNext = false, hasPrevious = false } = paging;
  // A list that is all on one page needs no way to others.
  const isPaged = hasNext || hasPrevious;
  return (
    <div className={styles.pager}>
      <span className={styles.count}>{totalCount != null && t("count.items", { count: totalCount })}</span>
      {onMore !== undefined && hasMore && (
        <Button size="small" loading={loading} onClick={onMore}>
          {t("action.more")}
        </Button>
      )}
      {onPrevious !== undefined && isPaged && (
        <Button size="small" icon={LeftIcon} disabled={!hasPrevious} onClick={onPrevious}>
          {t("table.previous")}
        </Button>
      )}
      {onNext !== undefined && isPaged && (
        <Button size="small" icon={RightIcon} iconLast disabled={!hasNext} onClick={onNext}>
          {t("table.next")}
        </Button>
      )}
    </div>
  );
}
