import { DescriptionsGrid, Instant, StatusTag } from "@daichao/ui/antd";
import type { AccountFacts_AccountFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment AccountFacts_account on Account {
    id
    kind
    displayName
    loginMasked
    state
    freezeReason
    createdAt
    lastSeenAt
    institution {
      id
      name
    }
    roles {
      id
      name
    }
  }
`);

/** What the platform knows of an account; logins stay masked. */
export function AccountFacts({ account }: { account: AccountFacts_AccountFragment }) {
  const t = useT();
  return (
    <DescriptionsGrid
      items={[
        { key: "state", label: t("account.state"), value: <StatusTag kind="account" status={account.state} /> },
        { key: "kind", label: t("account.kind"), value: t(`account.kind.${account.kind}`) },
        { key: "login", label: t("account.login"), value: account.loginMasked || t("account.erased") },
        ...(account.institution === null
          ? []
          : [{ key: "house", label: t("account.institution"), value: account.institution.name }]),
        { key: "roles", label: t("account.roles"), value: account.roles.map(({ name }) => name).join(" · ") || null },
        {
          key: "seen",
          label: t("account.lastSeenAt"),
          value: account.lastSeenAt === null ? t("account.never") : <Instant at={account.lastSeenAt} />,
        },
        { key: "created", label: t("account.createdAt"), value: <Instant at={account.createdAt} /> },
        ...(account.freezeReason === null
          ? []
          : [{ key: "reason", label: t("account.freezeReason"), value: account.freezeReason, wide: true }]),
      ]}
    />
  );
}
