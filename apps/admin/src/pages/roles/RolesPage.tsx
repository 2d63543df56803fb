import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { FilterBar, type FilterField } from "@daichao/ui/antd";
import { RoleMatrix } from "../../features/identity/RoleMatrix.tsx";
import type { AccountKind } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";

const RolesPageDocument = graphql(`
  query RolesPage {
    roles {
      id
      kind
      ...RoleMatrix_role @unmask
    }
  }
`);

const kinds: readonly AccountKind[] = ["BORROWER", "INSTITUTION", "PLATFORM"];

/** Roles and what they permit; read-only. */
export function RolesPage() {
  const t = useT();
  usePageTitle(t("roles.title"));
  const fields: readonly FilterField[] = [
    { key: "text", label: t("roles.search"), type: "search" },
    {
      key: "kind",
      label: t("account.kind"),
      type: "one",
      choices: kinds.map((value) => ({ value, label: t(`account.kind.${value}`) })),
    },
  ];
  const { values, setValues } = useListAddress(fields);
  const { data, error, refetch } = useQuery(RolesPageDocument);
  return (
    <Page title={t("roles.title")} lead={t("roles.lead")}>
      <FilterBar fields={fields} values={values} onChange={setValues} />
      <Panel
        data={data?.roles}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        height={560}
      >
        {(roles) => (
          <RoleMatrix
            roles={roles.filter(({ kind }) => !values.kind || kind === values.kind)}
            text={values.text ?? ""}
          />
        )}
      </Panel>
    </Page>
  );
}
