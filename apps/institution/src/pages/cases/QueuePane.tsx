import { Button, EmptyState, ErrorState, Skeleton } from "@daichao/ui/light";
import type { Ref } from "react";
import { CaseQueue } from "../../features/applications/CaseQueue.tsx";
import { QueueFilters } from "../../features/applications/QueueFilters.tsx";
import type { QueueSearch } from "../../features/applications/queue-search.ts";
import { isNarrowed } from "../../features/applications/queue-search.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CasesPage.module.css";
import type { Queue } from "./useQueue.ts";

export interface QueuePaneProps {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
  box: Ref<HTMLInputElement>;
  queue: Queue;
  hrefOf: (id: string) => string;
  openId: string | null;
  activeIndex: number;
  onActive: (index: number) => void;
}

function Rows({ queue, search, onSearch, hrefOf, openId, activeIndex, onActive }: QueuePaneProps) {
  const t = useT();
  if (queue.failure !== null) return <ErrorState failure={queue.failure} onRetry={() => void queue.refresh()} />;
  if (!queue.isKnown)
    return (
      <div className={styles.skeletons}>
        {Array.from({ length: 14 }, (_, at) => (
          <Skeleton key={at} height={20} silent={at > 0} />
        ))}
      </div>
    );
  if (queue.applications.length === 0)
    return (
      <EmptyState
        title={t("cases.empty")}
        reason={t("cases.emptyReason")}
        action={
          isNarrowed(search) && (
            <Button
              size="small"
              onClick={() => onSearch({ ...search, state: "", outcome: "", isMine: false, text: "" })}
            >
              {t("cases.clear")}
            </Button>
          )
        }
      />
    );
  return (
    <CaseQueue
      applications={queue.applications}
      totalCount={queue.totalCount}
      hrefOf={hrefOf}
      openId={openId}
      activeIndex={activeIndex}
      onActive={onActive}
      onEnd={queue.more}
      isStale={queue.isStale}
    />
  );
}

/** Filters, the rows, and how many there are. */
export function QueuePane(props: QueuePaneProps) {
  const { search, onSearch, box, queue } = props;
  const t = useT();
  const count = queue.totalCount;
  return (
    <>
      <QueueFilters search={search} onSearch={onSearch} box={box} />
      <p className={styles.count} role="status">
        {count !== null && (count >= 1_000 ? t("cases.countMany") : t("cases.count", { count }))}
        <span className={styles.live}>{t("cases.live")}</span>
      </p>
      <Rows {...props} />
    </>
  );
}
