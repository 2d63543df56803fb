import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { AttentionIcon, Icon } from "@daichao/ui";
import { formatMoney } from "@daichao/ui/format";
import { useFailureText } from "@daichao/ui/i18n";
import { Money, Skeleton } from "@daichao/ui/light";
import type { PaymentPreviewQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { isZero } from "../../lib/lending/figures.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./pay.module.css";
import { interestAhead } from "./pay-amount.ts";

const PaymentPreviewDocument = graphql(`
  query PaymentPreview($loanId: ID!, $amount: Money!) {
    previewPayment(loanId: $loanId, amount: $amount) {
      amount
      unallocated
      outstandingPrincipalAfter
      lines {
        instalmentNumber
        component
        amount
      }
    }
  }
`);

type Line = PaymentPreviewQuery["previewPayment"]["lines"][number];

/** Parts of one instalment stand together, oldest instalment first. */
export function linesByInstalment(lines: readonly Line[]): readonly (readonly [number, readonly Line[]])[] {
  const groups = new Map<number, Line[]>();
  for (const line of lines) groups.set(line.instalmentNumber, [...(groups.get(line.instalmentNumber) ?? []), line]);
  return [...groups];
}

/** What an amount would clear if it were paid now, line by line, as the api will apply it. */
export function PaymentPreview({ loanId, amount, lastTurn }: { loanId: string; amount: string; lastTurn: number }) {
  const t = useT();
  const sentence = useFailureText();
  const { data, previousData, error, loading } = useQuery(PaymentPreviewDocument, {
    variables: { loanId, amount },
    fetchPolicy: "network-only",
  });
  const preview = (data ?? previousData)?.previewPayment;
  if (error !== undefined) {
    return (
      <p className={styles.wrong} role="alert">
        {sentence(toFailure(error))}
      </p>
    );
  }
  if (preview === undefined) return <Skeleton height={120} />;
  const ahead = interestAhead(preview.lines, lastTurn);
  return (
    <div className={loading ? styles.stale : undefined} aria-live="polite" aria-busy={loading}>
      <table className={styles.preview}>
        <caption className={styles.caption}>{t("pay.preview")}</caption>
        <tbody>
          {linesByInstalment(preview.lines).map(([number, lines]) => (
            <tr key={number}>
              <th scope="row">{number === 0 ? t("pay.upfront") : t("pay.instalment", { number })}</th>
              <td>
                <ul>
                  {lines.map(({ component, amount: part }) => (
                    <li key={component} className={styles.part}>
                      <span>{t(`allocation.${component}`)}</span>
                      <Money amount={part} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("pay.after")}</th>
            <td className={styles.after}>
              <Money amount={preview.outstandingPrincipalAfter} />
            </td>
          </tr>
        </tbody>
      </table>
      {ahead !== null && (
        <p className={styles.wrong}>
          <Icon shape={AttentionIcon} /> {t("pay.ahead", { interest: formatMoney(ahead) })}
        </p>
      )}
      {!isZero(preview.unallocated) && (
        <p className={styles.wrong}>
          <Icon shape={AttentionIcon} /> {t("pay.tooMuch")} <Money amount={preview.unallocated} />
        </p>
      )}
    </div>
  );
}
