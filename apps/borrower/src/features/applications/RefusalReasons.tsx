import { LinkButton } from "@daichao/ui/light";
import type { RefusalReasons_ApplicationFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./applications.module.css";

graphql(`
  fragment RefusalReasons_application on Application {
    id
    state
    refusalReasons {
      code
      text
    }
    institution {
      id
      shortName
      servicePhone
    }
  }
`);

/** Why it was refused, in plain words, and what can be done about it. */
export function RefusalReasons({ application }: { application: RefusalReasons_ApplicationFragment }) {
  const t = useT();
  const { refusalReasons, institution } = application;
  if (refusalReasons.length === 0) return null;
  return (
    <Section title={t("refused.title")} hint={t("refused.who", { institution: institution.shortName })}>
      <ul className={styles.reasons}>
        {refusalReasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
      <p className={styles.quiet}>{t("refused.next", { phone: institution.servicePhone })}</p>
      <div className={styles.buttons}>
        <LinkButton href="/products">{t("missing.action")}</LinkButton>
        <LinkButton href="/me/profile" variant="quiet">
          {t("refused.profile")}
        </LinkButton>
      </div>
    </Section>
  );
}
