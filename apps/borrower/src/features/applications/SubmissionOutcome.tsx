import { AttentionIcon, CheckIcon, Icon } from "@daichao/ui";
import { Button, LinkButton } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import type { SubmitApplicationsMutation } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./wizard.module.css";

export type Submission = SubmitApplicationsMutation["submitApplications"];

/** What became of it: each institution that has it, and each that could not be applied to with its reason. */
export function SubmissionOutcome({ submission, onBack }: { submission: Submission; onBack: () => void }) {
  const t = useT();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { applications, refused } = submission;
  const [only] = applications;
  const key = applications.length === 0 ? "none" : refused.length === 0 ? "all" : "some";
  return (
    <div className={styles.frame}>
      <header className={styles.head}>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {t(`submitted.${key}`, { done: applications.length, total: applications.length + refused.length })}
        </h1>
        {applications.length > 0 && <p className={styles.quiet}>{t("submitted.next")}</p>}
      </header>
      {applications.length > 0 && (
        <Section title={t("submitted.done")}>
          <ul className={styles.results}>
            {applications.map(({ id, number, institution, product }) => (
              <li key={id} className={styles.result}>
                <div className={styles.words}>
                  <p className={styles.good}>
                    <Icon shape={CheckIcon} />
                    <span className={styles.name}>
                      {institution.shortName} · {product.name}
                    </span>
                  </p>
                  <p className={styles.quiet}>{number}</p>
                </div>
                <LinkButton href={`/applications/${id}`} size="small">
                  {t("applications.progress")}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {refused.length > 0 && (
        <Section title={t("submitted.refused")} hint={t("submitted.refusedHint")}>
          <ul className={styles.results}>
            {refused.map(({ product, message }) => (
              <li key={product.id} className={styles.result}>
                <div className={styles.words}>
                  <p className={styles.name}>
                    {product.institution.shortName} · {product.name}
                  </p>
                  <p className={styles.problem}>
                    <Icon shape={AttentionIcon} />
                    {message}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div className={styles.buttons}>
        {only !== undefined && (
          <LinkButton variant="primary" href={applications.length === 1 ? `/applications/${only.id}` : "/applications"}>
            {t("applications.progress")}
          </LinkButton>
        )}
        {refused.length > 0 && <Button onClick={onBack}>{t("submitted.back")}</Button>}
      </div>
    </div>
  );
}
