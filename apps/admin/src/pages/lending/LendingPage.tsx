import { Segmented } from "@daichao/ui/antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Page } from "../../ui/Page.tsx";
import { ApplicationsList } from "./ApplicationsList.tsx";
import { LoansList } from "./LoansList.tsx";

/** Any application and any loan: found, read, never changed here. */
export function LendingPage() {
  const t = useT();
  const navigate = useNavigate();
  const { id = null } = useParams();
  const [search] = useSearchParams();
  usePageTitle(t("lending.title"));
  const show = search.get("show") === "loans" ? "loans" : "applications";
  return (
    <Page
      title={t("lending.title")}
      lead={t("lending.lead")}
      actions={
        <Segmented
          legend={t("lending.show")}
          hideLegend
          look="joined"
          value={show}
          choices={[
            { value: "applications", label: t("lending.applications") },
            { value: "loans", label: t("lending.loans") },
          ]}
          onValueChange={(next) => void navigate(next === "loans" ? "/lending?show=loans" : "/lending")}
        />
      }
    >
      {show === "loans" ? <LoansList id={id} /> : <ApplicationsList id={id} />}
    </Page>
  );
}
