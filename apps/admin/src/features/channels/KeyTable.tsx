import { useMutation } from "@apollo/client/react";
import { useCan } from "@daichao/client";
import type { DataColumn } from "@daichao/ui/antd";
import { Button, DataTable, Dialog, EmptyState, Instant, RelativeTime, Tag, useToast } from "@daichao/ui/antd";
import { useState } from "react";
import type { KeyTable_KeyFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./keys.module.css";

graphql(`
  fragment KeyTable_key on PartnerKey {
    id
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
  }
`);

const RevokePartnerKeyDocument = graphql(`
  mutation RevokePartnerKey($input: RevokePartnerKeyInput!) {
    revokePartnerKey(input: $input) {
      id
      ...KeyTable_key @unmask
    }
  }
`);

type Row = KeyTable_KeyFragment;

/** A partner's keys; a token itself is never shown again. */
export function KeyTable({ keys, channel }: { keys: readonly Row[]; channel: string }) {
  const t = useT();
  const may = useCan();
  const show = useToast();
  const [ending, setEnding] = useState<Row | null>(null);
  const failures = useFormFailures([]);
  const [revoke, { loading }] = useMutation(RevokePartnerKeyDocument);
  const close = () => {
    failures.clear();
    setEnding(null);
  };
  const confirm = () => {
    if (ending === null || loading) return;
    revoke({ variables: { input: { keyId: ending.id } } }).then(
      () => {
        close();
        show({ message: t("keys.revoked.done"), family: "success" });
      },
      (error: unknown) => failures.take(error),
    );
  };
  const columns: readonly DataColumn<Row>[] = [
    { key: "prefix", title: t("keys.prefix"), width: 168, render: (row) => <code>{row.prefix}…</code> },
    {
      key: "scopes",
      title: t("keys.scopes"),
      render: (row) => row.scopes.map((scope) => t.find(`scope.${scope}`) ?? scope).join(" · "),
    },
    {
      key: "state",
      title: t("keys.state"),
      width: 104,
      render: (row) =>
        row.revokedAt === null ? <Tag family="success">{t("keys.active")}</Tag> : <Tag>{t("keys.revoked")}</Tag>,
    },
    {
      key: "used",
      title: t("keys.lastUsedAt"),
      width: 152,
      render: (row) => (row.lastUsedAt === null ? t("account.never") : <RelativeTime at={row.lastUsedAt} />),
    },
    {
      key: "expires",
      title: t("keys.expiresAt"),
      width: 176,
      render: (row) => (row.expiresAt === null ? t("keys.noExpiry") : <Instant at={row.expiresAt} />),
    },
    {
      key: "created",
      title: t("keys.createdAt"),
      width: 176,
      defaultHidden: true,
      render: (row) => <Instant at={row.createdAt} />,
    },
    {
      key: "act",
      title: t("keys.act"),
      width: 96,
      render: (row) =>
        row.revokedAt === null && may("channel:manage") ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t("keys.revokeOne", { prefix: row.prefix })}
            onClick={() => setEnding(row)}
          >
            {t("keys.revoke")}
          </Button>
        ) : null,
    },
  ];
  return (
    <>
      <DataTable
        name="partner-keys"
        brief
        label={t("keys.of", { channel })}
        columns={columns}
        rows={keys}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("keys.empty")} />}
      />
      <Dialog
        open={ending !== null}
        onClose={close}
        title={t("keys.revoke.title", { prefix: ending?.prefix ?? "" })}
        footer={
          <>
            <Button onClick={close}>{t("action.cancel")}</Button>
            <Button variant="danger" loading={loading} onClick={confirm}>
              {t("keys.revoke")}
            </Button>
          </>
        }
      >
        <div className={styles.words}>
          <p>{t("keys.revoke.effect")}</p>
          <FormError>{failures.form}</FormError>
        </div>
      </Dialog>
    </>
  );
}
