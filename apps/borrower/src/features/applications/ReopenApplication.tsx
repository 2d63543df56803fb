import { useLazyQuery } from "@apollo/client/react";
import { toFailure, useMutationWithKey } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, Skeleton } from "@daichao/ui/light";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ReopenApplication_ApplicationFragment, ReopeningQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import styles from "./applications.module.css";

graphql(`
  fragment ReopenApplication_application on Application {
    id
    state
    isOpen
  }
`);

const ReopeningDocument = graphql(`
  query Reopening($id: ID!) {
    application(id: $id) {
      id
      reopening {
        problem
        changes
        missing {
          kind
          field
          documentKind
        }
      }
    }
  }
`);

const ReopenApplicationDocument = graphql(`
  mutation ReopenApplication($input: ReopenApplicationInput!) {
    reopenApplication(input: $input) {
      id
    }
  }
`);

export interface ReopenApplicationProps {
  application: ReopenApplication_ApplicationFragment;
}

/** Terms to begin anew with, where they are to differ. */
export interface OtherTerms {
  readonly amount?: string | null;
  readonly termCount?: number | null;
}

/** Begins an ended application anew, as a draft, after saying what has changed since. */
export function useReopening(applicationId: string) {
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [terms, setTerms] = useState<OtherTerms>({});
  const [look, { data, error, loading }] = useLazyQuery(ReopeningDocument, { fetchPolicy: "network-only" });
  const { submit, failure, isSubmitting, reset } = useMutationWithKey(ReopenApplicationDocument);
  const ask = (other: OtherTerms = {}) => {
    setTerms(other);
    setOpen(true);
    void look({ variables: { id: applicationId } });
  };
  const close = () => {
    setOpen(false);
    reset();
  };
  const begin = async () => {
    const { amount = null, termCount = null } = terms;
    const done = await submit({ applicationId, amount, termCount });
    if (done !== null) void navigate(`/apply/${done.reopenApplication.id}`);
  };
  const refusal = failure ?? (error === undefined ? null : toFailure(error));
  const view = data?.application?.reopening ?? null;
  return { ask, dialog: { isOpen, close, begin, refusal, isSubmitting, view, isWaiting: loading && view === null } };
}

type Reopening = NonNullable<NonNullable<ReopeningQuery["application"]>["reopening"]>;

/** The button where nothing else about the end is to be said. */
export function ReopenApplication({ application }: ReopenApplicationProps) {
  const t = useT();
  const { ask, dialog } = useReopening(application.id);
  if (application.isOpen || application.state === "DISBURSED") return null;
  return (
    <div className={styles.buttons}>
      <Button onClick={() => ask()}>{t("reopen.action")}</Button>
      <ReopenDialog {...dialog} />
    </div>
  );
}

export function ReopenDialog(props: ReturnType<typeof useReopening>["dialog"]) {
  const t = useT();
  const sentence = useFailureText();
  const { isOpen, close, begin, refusal, isSubmitting, view, isWaiting } = props;
  return (
    <Dialog
      open={isOpen}
      onClose={close}
      title={t("reopen.title")}
      footer={
        <>
          <Button onClick={close}>{t("action.cancel")}</Button>
          <Button
            variant="primary"
            loading={isSubmitting}
            disabled={view === null || view.problem !== null}
            onClick={() => void begin()}
          >
            {t("reopen.begin")}
          </Button>
        </>
      }
    >
      <div className={styles.requests}>
        <FormError>{refusal === null ? null : sentence(refusal)}</FormError>
        {isWaiting && <Skeleton height={72} />}
        {view !== null && <Changes view={view} />}
      </div>
    </Dialog>
  );
}

function Changes({ view }: { view: Reopening }) {
  const t = useT();
  if (view.problem !== null) return <p>{view.problem}</p>;
  const stale = view.missing.map(({ documentKind, field }) =>
    documentKind === null ? (t.find(`profile.${field}`) ?? t("reopen.fact")) : t(`documentKind.${documentKind}`),
  );
  return (
    <>
      <p>{t("reopen.text")}</p>
      {view.changes.length === 0 && stale.length === 0 && <p className={styles.quiet}>{t("reopen.same")}</p>}
      {view.changes.length > 0 && (
        <>
          <p className={styles.name}>{t("reopen.changes")}</p>
          <ul className={styles.reasons}>
            {view.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </>
      )}
      {stale.length > 0 && (
        <>
          <p className={styles.name}>{t("reopen.stale")}</p>
          <p>{stale.join(t("list.comma"))}</p>
        </>
      )}
    </>
  );
}
