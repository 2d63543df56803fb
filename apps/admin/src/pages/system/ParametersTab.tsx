import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { FilterBar, type FilterField } from "@daichao/ui/antd";
import { useSearchParams } from "react-router";
import { ChangeParameter } from "../../features/settings/ChangeParameter.tsx";
import { ParameterFacts } from "../../features/settings/ParameterFacts.tsx";
import { ParameterTable } from "../../features/settings/ParameterTable.tsx";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { SidePanel } from "../../ui/SidePanel.tsx";

const ParametersTabDocument = graphql(`
  query ParametersTab {
    parameters {
      id
      name
      label
      needsApproval
      ...ParameterTable_parameter @unmask
      ...ParameterFacts_parameter @unmask
      ...ChangeParameter_parameter @unmask
    }
  }
`);

/** What the platform's rules reckon with: values with dates and reasons. */
export function ParametersTab() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const { today } = useBusinessClock();
  const fields: readonly FilterField[] = [
    { key: "text", label: t("parameters.search"), type: "search" },
    {
      key: "guard",
      label: t("parameter.guard"),
      type: "one",
      choices: [
        { value: "two", label: t("parameter.guard.two") },
        { value: "one", label: t("parameter.guard.one") },
      ],
    },
  ];
  const { values, setValues } = useListAddress(fields);
  const { data, error, loading, refetch } = useQuery(ParametersTabDocument);
  const wanted = (values.text ?? "").toLowerCase();
  const rows = (data?.parameters ?? []).filter(
    ({ name, label, needsApproval }) =>
      `${name} ${label}`.toLowerCase().includes(wanted) &&
      (!values.guard || (values.guard === "two") === needsApproval),
  );
  const open = (id: string | null) => {
    const next = new URLSearchParams(search);
    if (id === null) next.delete("parameter");
    else next.set("parameter", id);
    setSearch(next);
  };
  const shown = data?.parameters.find(({ id }) => id === search.get("parameter"));
  return (
    <>
      <ParameterTable
        rows={rows}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        toolbar={<FilterBar fields={fields} values={values} onChange={setValues} />}
        onOpen={({ id }) => open(id)}
        openKey={shown?.id ?? null}
      />
      <SidePanel title={shown?.label ?? ""} open={shown !== undefined} onClose={() => open(null)}>
        {shown !== undefined && (
          <>
            <ParameterFacts parameter={shown} />
            <ChangeParameter key={shown.id} parameter={shown} today={today} />
          </>
        )}
      </SidePanel>
    </>
  );
}
