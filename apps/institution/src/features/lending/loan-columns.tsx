import type { DataColumn } from "@daichao/ui/antd";
import { formatRate } from "@daichao/ui/format";
import { Day, Money, StatusTag } from "@daichao/ui/light";
import type { LoanColumns_LoanFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment LoanColumns_loan on Loan {
    id
    number
    state
    borrowerNameMasked
    principal
    outstandingPrincipal
    annualRate
    daysPastDue
    startOn
    maturesOn
    product {
      versionId
      name
    }
    nextInstalment {
      id
      dueOn
      remaining
    }
  }
`);

type Loan = LoanColumns_LoanFragment;

/** Columns of the list of loans. */
export function useLoanColumns(): readonly DataColumn<Loan>[] {
  const t = useT();
  return [
    { key: "number", title: t("loans.number"), width: 174, defaultPinned: true, render: ({ number }) => number },
    {
      key: "borrower",
      title: t("loans.borrower"),
      width: 84,
      render: ({ borrowerNameMasked }) => borrowerNameMasked ?? "—",
    },
    {
      key: "state",
      title: t("loans.state"),
      width: 108,
      render: ({ state, daysPastDue }) => <StatusTag kind="loan" status={state} lateness={{ daysPastDue }} />,
    },
    { key: "product", title: t("loans.product"), width: 120, render: ({ product }) => product.name },
    {
      key: "principal",
      title: t("loans.principal"),
      width: 98,
      align: "end",
      render: ({ principal }) => <Money amount={principal} />,
    },
    {
      key: "outstanding",
      title: t("loans.outstanding"),
      width: 98,
      align: "end",
      render: ({ outstandingPrincipal }) => <Money amount={outstandingPrincipal} />,
    },
    {
      key: "rate",
      title: t("loans.rate"),
      width: 68,
      align: "end",
      render: ({ annualRate }) => formatRate(annualRate),
    },
    {
      key: "next",
      title: t("loans.next"),
      width: 174,
      align: "end",
      render: ({ nextInstalment }) =>
        nextInstalment === null ? (
          "—"
        ) : (
          <>
            <Day on={nextInstalment.dueOn} /> <Money amount={nextInstalment.remaining} />
          </>
        ),
    },
    { key: "late", title: t("loans.late"), width: 64, align: "end", render: ({ daysPastDue }) => daysPastDue || "—" },
    {
      key: "start",
      title: t("loans.start"),
      width: 110,
      defaultHidden: true,
      render: ({ startOn }) => <Day on={startOn} />,
    },
    {
      key: "matures",
      title: t("loans.matures"),
      width: 110,
      defaultHidden: true,
      render: ({ maturesOn }) => <Day on={maturesOn} />,
    },
  ];
}
