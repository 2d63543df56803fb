import { useMutation, useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { useToast } from "@daichao/ui/light";
import { ContactEmail } from "../../features/contact/ContactEmail.tsx";
import { ContactMatrix } from "../../features/contact/ContactMatrix.tsx";
import { QuietHours } from "../../features/contact/QuietHours.tsx";
import type { SaveContactPreferencesInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import { Section } from "../../ui/Section.tsx";

const NotificationsPageDocument = graphql(`
  query NotificationsPage {
    contactPreferences {
      quietFrom
      quietTo
      ...ContactMatrix_preferences @unmask
      ...QuietHours_preferences @unmask
      ...ContactEmail_preferences @unmask
    }
  }
`);

const SaveContactPreferencesDocument = graphql(`
  mutation SaveContactPreferences($input: SaveContactPreferencesInput!) {
    saveContactPreferences(input: $input) {
      quietFrom
      quietTo
      ...ContactMatrix_preferences @unmask
    }
  }
`);

/** How the borrower is told: per kind and channel, when it is quiet, and which address is theirs. */
export function NotificationsPage() {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  usePageTitle(t("me.notifications"));
  const failures = useFormFailures(["quietFrom", "quietTo"] as const);
  const { data, error, refetch } = useQuery(NotificationsPageDocument);
  const [save, { loading }] = useMutation(SaveContactPreferencesDocument);
  const preferences = data?.contactPreferences;
  const panel = {
    data: preferences,
    failure: error === undefined ? null : toFailure(error),
    onRetry: () => void refetch(),
  };

  async function keep(change: Partial<SaveContactPreferencesInput>): Promise<void> {
    if (preferences === undefined) return;
    failures.clear();
    const { quietFrom, quietTo, channels } = preferences;
    const chosen = change.choices ?? [];
    try {
      await save({
        variables: { input: { choices: [], quietFrom, quietTo, ...change } },
        // A tick moves under the finger; a refusal moves it back.
        optimisticResponse: {
          saveContactPreferences: {
            ...preferences,
            quietFrom: change.quietFrom ?? quietFrom,
            quietTo: change.quietTo ?? quietTo,
            channels: channels.map((one) => {
              const choice = chosen.find(({ kind, channel }) => kind === one.kind && channel === one.channel);
              return choice === undefined ? one : { ...one, isOn: choice.isOn };
            }),
          },
        },
      });
      if (change.quietFrom !== undefined) toast({ message: t("contact.saved"), family: "success" });
    } catch (failed) {
      failures.take(failed);
      toast({ message: sentence(toFailure(failed)), family: "error" });
    }
  }

  return (
    <>
      <Section title={t("contact.title")} hint={t("contact.hint")}>
        <Panel {...panel} height={360}>
          {(found) => <ContactMatrix preferences={found} onChoose={(choice) => void keep({ choices: [choice] })} />}
        </Panel>
      </Section>
      <Section title={t("contact.quiet")} hint={t("contact.quietHint")}>
        <Panel {...panel} height={72}>
          {(found) => (
            <QuietHours
              preferences={found}
              isSaving={loading}
              errorOf={failures.of}
              onSave={(hours) => void keep(hours)}
            />
          )}
        </Panel>
      </Section>
      <Section title={t("contact.email")} hint={t("contact.emailHint")}>
        <Panel {...panel} height={96}>
          {(found) => <ContactEmail preferences={found} />}
        </Panel>
      </Section>
    </>
  );
}
