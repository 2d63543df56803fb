import { Button, EmptyState, ErrorState, Skeleton } from "@daichao/ui/light";
import type { Ref } from "react";
import { CaseQueue } from "../../features/applications/CaseQueue.tsx";
import { QueueFilters } from "../../features/applications/QueueFilters.tsx";
import type { QueueSearch } from "../../features/applications/queue-search.ts";
import { isNarrowed } from "../../features/applications/queue-search.ts";
import { useT } from "../../lib/texts.ts";
import { useWaiting } from "../../lib/use-waiting.ts";
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

/** How many there are; of those in review also how many lie with a reviewer, as the badge of the navigation counts. */
function Count({ search, count }: { search: QueueSearch; count: number | null }) {
  const t = useT();
  const { cases } = useWaiting();
  if (count === null) return null;
  if (count >= 1_000) return t("cases.countMany");
  const isWhole = search.view === "review" && !isNarrowed(search);
  if (!isWhole || cases === null) return t("cases.count", { count });
  return t("cases.countReview", { count, waiting: cases });
}

/** Filters, the rows, and how many there are. */
export function QueuePane(props: QueuePaneProps) {
  const { search, onSearch, box, queue } = props;
  const t = useT();
  return (
    <>
      <QueueFilters search={search} onSearch={onSearch} box={box} />
      <p className={styles.count} role="status">
        <Count search={search} count={queue.totalCount} />
        <span className={styles.live}>{t("cases.live")}</span>
      </p>
      <Rows {...props} />
    </>
  );
}
