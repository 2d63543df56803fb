import { useMutation } from "@apollo/client/react";
import { useCan } from "@daichao/client";
import { Button, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { AccountFreeze_AccountFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { Note } from "../../ui/Note.tsx";
import { ReasonForm } from "../../ui/ReasonForm.tsx";

graphql(`
  fragment AccountFreeze_account on Account {
    id
    kind
    state
    freezeReason
  }
`);

const FreezeAccountDocument = graphql(`
  mutation FreezeAccount($input: FreezeAccountInput!) {
    freezeAccount(input: $input) {
      id
      ...AccountFreeze_account @unmask
    }
  }
`);

const UnfreezeAccountDocument = graphql(`
  mutation UnfreezeAccount($input: UnfreezeAccountInput!) {
    unfreezeAccount(input: $input) {
      account {
        id
        ...AccountFreeze_account @unmask
      }
      approval {
        id
      }
    }
  }
`);

export interface AccountFreezeProps {
  account: AccountFreeze_AccountFragment;
  isSelf: boolean;
  /** An unfreezing waits for its second person already. */
  isAsked: boolean;
  onDone: () => void;
}

/** Freezing happens at once; unfreezing waits for a second person. */
export function AccountFreeze({ account, isSelf, isAsked, onDone }: AccountFreezeProps) {
  const t = useT();
  const may = useCan();
  const show = useToast();
  const [isOpen, setOpen] = useState(false);
  const failures = useFormFailures(["reason"]);
  const [freeze, freezing] = useMutation(FreezeAccountDocument);
  const [unfreeze, unfreezing] = useMutation(UnfreezeAccountDocument);
  const act = account.state === "ACTIVE" ? "freeze" : account.state === "FROZEN" ? "unfreeze" : null;
  if (act === null || !may("account:freeze")) return null;
  if (isSelf) return <Note>{t("freeze.self")}</Note>;
  if (isAsked) return <Note>{t("unfreeze.asked")}</Note>;
  if (!isOpen)
    return (
      <div>
        <Button variant={act === "freeze" ? "danger" : "default"} onClick={() => setOpen(true)}>
          {t(`${act}.open`)}
        </Button>
      </div>
    );
  const confirm = (reason: string) => {
    failures.clear();
    const variables = { input: { accountId: account.id, reason } };
    const done: Promise<unknown> = act === "freeze" ? freeze({ variables }) : unfreeze({ variables });
    done.then(
      () => {
        setOpen(false);
        show({ message: t(`${act}.done`), family: "success" });
        onDone();
      },
      (error: unknown) => failures.take(error),
    );
  };
  const effects =
    act === "unfreeze"
      ? [t("unfreeze.second"), t("unfreeze.again")]
      : account.kind === "BORROWER"
        ? [t("freeze.sessions"), t("freeze.refused"), t("freeze.repaying"), t("freeze.back")]
        : [t("freeze.sessions"), t("freeze.staff"), t("freeze.back")];
  return (
    <ReasonForm
      title={t(`${act}.title`)}
      effects={effects}
      label={t("reason.label")}
      hint={t(`${act}.hint`)}
      confirm={t(`${act}.confirm`)}
      danger={act === "freeze"}
      maxLength={500}
      isSubmitting={freezing.loading || unfreezing.loading}
      reasonError={failures.of("reason")}
      formError={failures.form}
      onConfirm={confirm}
      onCancel={() => {
        failures.clear();
        setOpen(false);
      }}
    />
  );
}
