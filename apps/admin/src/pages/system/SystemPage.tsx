import { useCan } from "@daichao/client";
import { Anchor, classNames } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { Navigate, useParams } from "react-router";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Page } from "../../ui/Page.tsx";
import { AuditTab } from "./AuditTab.tsx";
import { ClockTab } from "./ClockTab.tsx";
import { KeysTab } from "./KeysTab.tsx";
import { ParametersTab } from "./ParametersTab.tsx";
import styles from "./SystemPage.module.css";

const tabs = [
  { key: "parameters", permission: "parameter:read" },
  { key: "clock", permission: null },
  { key: "keys", permission: "channel:read" },
  { key: "audit", permission: "audit:read" },
] as const;

const panels: Record<(typeof tabs)[number]["key"], () => ReactNode> = {
  parameters: () => <ParametersTab />,
  clock: () => <ClockTab />,
  keys: () => <KeysTab />,
  audit: () => <AuditTab />,
};

/** Parameters, business time, partners' keys, the audit log. */
export function SystemPage() {
  const t = useT();
  const may = useCan();
  const { tab = "parameters" } = useParams();
  const open = tabs.filter(({ permission }) => permission === null || may(permission));
  const shown = open.find(({ key }) => key === tab);
  usePageTitle(t("system.title"));
  if (shown === undefined) return <Navigate to="/system" replace />;
  return (
    <Page title={t("system.title")}>
      <nav className={styles.tabs} aria-label={t("system.tabs")}>
        {open.map(({ key }) => (
          <Anchor
            key={key}
            href={`/system/${key}`}
            className={classNames(styles.tab, key === shown.key && styles.current)}
            aria-current={key === shown.key ? "page" : undefined}
          >
            {t(`system.${key}`)}
          </Anchor>
        ))}
      </nav>
      {panels[shown.key]()}
    </Page>
  );
}
