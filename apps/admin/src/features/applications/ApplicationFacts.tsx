import { Anchor, DescriptionsGrid, Instant, Money, StatusTag, Timeline } from "@daichao/ui/antd";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { ApplicationFacts_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { Note } from "../../ui/Note.tsx";

graphql(`
  fragment ApplicationFacts_application on Application {
    id
    number
    state
    amount
    termCount
    method
    purpose
    quotedAnnualCost
    productVersionNumber
    submittedAt
    decidedAt
    dueAt
    assigneeName
    applicant {
      nameMasked
      phoneMasked
      identityNumberMasked
      age
      province
      isIdentityVerified
    }
    institution {
      id
      name
    }
    product {
      id
      name
    }
    refusalReasons {
      code
      text
    }
    loan {
      id
      number
    }
    timeline {
      id
      title
      detail
      actorKind
      actorName
      occurredAt
      isPause
    }
  }
`);

/** One application as the platform may see it: read-only, the person masked, its whole history. */
export function ApplicationFacts({ application }: { application: ApplicationFacts_ApplicationFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const { applicant } = application;
  return (
    <>
      <DescriptionsGrid
        items={[
          {
            key: "state",
            label: t("application.state"),
            value: <StatusTag kind="application" status={application.state} />,
          },
          { key: "amount", label: t("application.amount"), value: <Money amount={application.amount} /> },
          { key: "term", label: t("application.term"), value: formatTerm(application.termCount, locale) },
          { key: "method", label: t("application.method"), value: t(`repaymentMethod.${application.method}`) },
          { key: "cost", label: t("application.cost"), value: formatRate(application.quotedAnnualCost) },
          { key: "purpose", label: t("application.purpose"), value: t(`purpose.${application.purpose}`) },
          {
            key: "product",
            label: t("application.product"),
            value: (
              <Anchor href={`/products/${application.product.id}`}>
                {application.product.name} · {t("listing.number", { number: application.productVersionNumber })}
              </Anchor>
            ),
          },
          { key: "institution", label: t("application.institution"), value: application.institution.name },
          { key: "assignee", label: t("application.assignee"), value: application.assigneeName },
          { key: "submitted", label: t("application.submittedAt"), value: <Instant at={application.submittedAt} /> },
          {
            key: "decided",
            label: t("application.decidedAt"),
            value: application.decidedAt === null ? null : <Instant at={application.decidedAt} />,
          },
          {
            key: "due",
            label: t("application.dueAt"),
            value: application.dueAt === null ? null : <Instant at={application.dueAt} />,
          },
          ...(application.loan === null
            ? []
            : [
                {
                  key: "loan",
                  label: t("application.loan"),
                  value: <Anchor href={`/lending/${application.loan.id}?show=loans`}>{application.loan.number}</Anchor>,
                },
              ]),
          ...(application.refusalReasons.length === 0
            ? []
            : [
                {
                  key: "refused",
                  label: t("application.refusal"),
                  value: application.refusalReasons.map(({ text }) => text).join(" · "),
                  wide: true,
                },
              ]),
        ]}
      />
      <Block title={t("application.applicant")} aside={applicant === null ? undefined : t("application.masked")}>
        {applicant === null ? <Note>{t("application.closed")}</Note> : <ApplicantFacts applicant={applicant} />}
      </Block>
      <Block title={t("application.timeline")}>
        <Timeline
          label={t("application.timeline")}
          entries={application.timeline.toReversed().map((entry) => ({
            id: entry.id,
            at: entry.occurredAt,
            title: entry.title,
            who: entry.actorName ?? t(`actor.${entry.actorKind}`),
            detail: entry.detail ?? undefined,
            family: entry.isPause ? ("warning" as const) : ("neutral" as const),
          }))}
        />
      </Block>
    </>
  );
}

function ApplicantFacts({ applicant }: { applicant: NonNullable<ApplicationFacts_ApplicationFragment["applicant"]> }) {
  const t = useT();
  return (
    <DescriptionsGrid
      items={[
        { key: "name", label: t("application.name"), value: applicant.nameMasked },
        { key: "phone", label: t("application.phone"), value: applicant.phoneMasked },
        { key: "identity", label: t("application.identity"), value: applicant.identityNumberMasked },
        { key: "age", label: t("application.age"), value: applicant.age },
        { key: "province", label: t("application.province"), value: applicant.province },
        {
          key: "verified",
          label: t("application.verified"),
          value: t(applicant.isIdentityVerified ? "application.verified.yes" : "application.verified.no"),
        },
      ]}
    />
  );
}
