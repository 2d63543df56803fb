import { MenuIcon } from "@daichao/ui";
import { Button, classNames, EmptyState } from "@daichao/ui/light";
import { useCallback, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { queueParams, readQueue } from "../../features/applications/queue-search.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useKey } from "../../lib/shortcuts.tsx";
import { useT } from "../../lib/texts.ts";
import { useUrlParams, withParams } from "../../lib/url-params.ts";
import { PageTitle } from "../../ui/PageTitle.tsx";
import { CasePane } from "./CasePane.tsx";
import styles from "./CasesPage.module.css";
import { QueuePane } from "./QueuePane.tsx";
import { useLiveCases } from "./useLiveCases.ts";
import { useQueue } from "./useQueue.ts";

const foldKey = "dc-queue-folded";

function useFold(): [boolean, () => void] {
  const [isFolded, setFolded] = useState(() => localStorage.getItem(foldKey) === "1");
  const fold = () => {
    localStorage.setItem(foldKey, isFolded ? "0" : "1");
    setFolded(!isFolded);
  };
  return [isFolded, fold];
}

/** The review of cases: queue at the left, the case in the middle, the decision at the right. */
export function CasesPage() {
  const t = useT();
  const { id = null } = useParams();
  const navigate = useNavigate();
  const [params, change] = useUrlParams();
  const search = readQueue(params);
  const queue = useQueue(search);
  useLiveCases(id, queue.refresh);
  const [isFolded, fold] = useFold();
  const box = useRef<HTMLInputElement>(null);
  const openAt = queue.applications.findIndex((application) => application.id === id);
  const [active, setActive] = useState<number | null>(null);
  const activeIndex = Math.min(active ?? openAt, queue.applications.length - 1);
  usePageTitle(t("cases.title"));

  const kept = withParams(params, { act: null, doc: null }).toString();
  const hrefOf = useCallback((caseId: string) => `/cases/${caseId}${kept === "" ? "" : `?${kept}`}`, [kept]);
  const go = (caseId: string | undefined) => {
    if (caseId !== undefined) void navigate(hrefOf(caseId));
  };
  const move = (by: number) => {
    const next = Math.max(0, Math.min(queue.applications.length - 1, activeIndex + by));
    setActive(next);
    queue.prefetch(queue.applications[next]?.id);
  };
  const next = () => {
    const at = openAt + 1;
    setActive(at);
    go(queue.applications[at]?.id);
  };
  useKey("j", () => move(1));
  useKey("k", () => move(-1));
  useKey("Enter", () => go(queue.applications[activeIndex]?.id), activeIndex >= 0 && active !== null);
  useKey("/", () => box.current?.focus(), !isFolded);

  return (
    <div className={classNames(styles.split, isFolded && styles.folded, id !== null && styles.hasCase)}>
      <section className={styles.queue} aria-label={t("cases.queue")}>
        <QueuePane
          search={search}
          onSearch={(wanted) => {
            setActive(null);
            change(queueParams(wanted));
          }}
          box={box}
          queue={queue}
          hrefOf={hrefOf}
          openId={id}
          activeIndex={activeIndex}
          onActive={setActive}
        />
      </section>
      <div className={styles.case}>
        {id === null ? (
          <div className={styles.nothing}>
            <EmptyState title={<PageTitle>{t("cases.pick")}</PageTitle>} reason={t("cases.pickReason")} />
          </div>
        ) : (
          <CasePane
            key={id}
            id={id}
            onNext={next}
            toQueue={`/cases${kept === "" ? "" : `?${kept}`}`}
            tools={
              <Button
                size="small"
                variant="quiet"
                icon={MenuIcon}
                className={styles.fold}
                aria-expanded={!isFolded}
                aria-label={t(isFolded ? "cases.unfold" : "cases.fold")}
                title={t(isFolded ? "cases.unfold" : "cases.fold")}
                onClick={fold}
              />
            }
          />
        )}
      </div>
    </div>
  );
}
