import { LinkButton } from "@daichao/ui/light";
import type { PayoutPanel_ApplicationFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./FailedPayouts.module.css";
import { PayoutPanel } from "./PayoutPanel.tsx";

/** Payouts the bank refused: each can be sent again here. */
export function FailedPayouts({ applications }: { applications: readonly PayoutPanel_ApplicationFragment[] }) {
  const t = useT();
  if (applications.length === 0) return null;
  return (
    <Section title={t("loans.failed")} isPaper>
      <ul className={styles.list}>
        {applications.map((application) => (
          <li key={application.id} className={styles.item}>
            <LinkButton variant="quiet" size="small" href={`/cases/${application.id}?view=all`}>
              {application.number}
            </LinkButton>
            <PayoutPanel application={application} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
