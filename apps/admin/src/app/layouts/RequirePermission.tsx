import type { Permission } from "@daichao/client";
import { useCan } from "@daichao/client";
import { EmptyState, LinkButton } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useT } from "../../lib/texts.ts";

/** A page for those who hold the permission; the others are told so. The refusing is the api's. */
export function RequirePermission({ permission, children }: { permission: Permission; children: ReactNode }) {
  const t = useT();
  if (useCan()(permission)) return children;
  return (
    <EmptyState
      isPage
      title={t("forbidden.title")}
      reason={t("forbidden.reason", { permission })}
      action={<LinkButton href="/">{t("missing.action")}</LinkButton>}
    />
  );
}
