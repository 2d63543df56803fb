import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { Disclosure, Preferences } from "@daichao/ui/light";
import { ChangePasswordForm } from "../../features/identity/ChangePasswordForm.tsx";
import { ChangePhoneForm } from "../../features/identity/ChangePhoneForm.tsx";
import { SessionList } from "../../features/identity/SessionList.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./SecurityPage.module.css";

const SecurityPageDocument = graphql(`
  query SecurityPage {
    sessions {
      id
      ...SessionList_session @unmask
    }
    viewer {
      id
      borrower {
        id
        phoneMasked
      }
    }
  }
`);

export function SecurityPage() {
  const t = useT();
  usePageTitle(t("me.security"));
  const { data, error, refetch } = useQuery(SecurityPageDocument);
  const phone = data?.viewer?.borrower?.phoneMasked;
  return (
    <>
      <Section title={t("preferences.title")}>
        <div className={styles.preferences}>
          <Preferences />
        </div>
      </Section>
      <Section title={t("security.title")}>
        <Disclosure summary={t("password.change")} group="security">
          <div className={styles.form}>
            <ChangePasswordForm onChanged={() => void refetch()} />
          </div>
        </Disclosure>
        <Disclosure summary={phone ? t("phone.changeFrom", { phone }) : t("phone.change")} group="security">
          <div className={styles.form}>
            <ChangePhoneForm />
          </div>
        </Disclosure>
      </Section>
      <Section title={t("sessions.title")} hint={t("sessions.hint")}>
        <Panel
          data={data?.sessions}
          failure={error === undefined ? null : toFailure(error)}
          onRetry={() => void refetch()}
          height={180}
        >
          {(sessions) => <SessionList sessions={sessions} onChanged={() => void refetch()} />}
        </Panel>
      </Section>
    </>
  );
}
