import { ErrorState, Skeleton } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Asked } from "./decision-draft.ts";
import { QuoteFigures } from "./QuoteFigures.tsx";
import { useDecisionPreview } from "./useDecisionPreview.ts";

/** What the loan as asked for comes to today, with its whole schedule. */
export function RequestedQuote({ applicationId, asked }: { applicationId: string; asked: Asked }) {
  const t = useT();
  const { amount, termCount, method, rate } = asked;
  const { preview, failure } = useDecisionPreview(applicationId, { amount, termCount, method, annualRate: rate });
  return (
    <Section title={t("case.cost")}>
      {failure !== null && <ErrorState failure={failure} />}
      {failure === null && preview === null && <Skeleton height={132} silent />}
      {preview?.problems.map(({ code, label, detail }) => (
        <Notice key={code} family="warning" title={label}>
          {detail}
        </Notice>
      ))}
      {preview?.quote != null && <QuoteFigures quote={preview.quote} hasSchedule />}
    </Section>
  );
}
