import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Instant, RelativeTime, Tag, useToast } from "@daichao/ui/light";
import type { SessionList_SessionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";

graphql(`
  fragment SessionList_session on Session {
    id
    startedAt
    lastSeenAt
    device
    ipMasked
    isCurrent
  }
`);

const RevokeSessionDocument = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      id
      ...SessionList_session @unmask
    }
  }
`);

export interface SessionListProps {
  sessions: readonly SessionList_SessionFragment[];
  /** A list came back shorter: the page's own list must follow. */
  onChanged: () => void;
}

/** Where the borrower is signed in, with a way to end each but this one. */
export function SessionList({ sessions, onChanged }: SessionListProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [revoke, { loading }] = useMutation(RevokeSessionDocument);
  const end = async (sessionId: string) => {
    try {
      await revoke({ variables: { input: { sessionId } } });
      onChanged();
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.item}>
          <div className={styles.words}>
            <p>
              <strong>{session.device}</strong> {session.isCurrent && <Tag family="info">{t("sessions.this")}</Tag>}
            </p>
            <p className={styles.quiet}>
              {session.ipMasked} · {t("sessions.started")} <Instant at={session.startedAt} /> · {t("sessions.seen")}{" "}
              <RelativeTime at={session.lastSeenAt} />
            </p>
          </div>
          {!session.isCurrent && (
            <Button size="small" disabled={loading} onClick={() => void end(session.id)}>
              {t("sessions.end")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
