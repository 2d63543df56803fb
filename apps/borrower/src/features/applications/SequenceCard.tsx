import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, LinkButton, StatusTag, Tag, useToast } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { SequenceCard_SequenceFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { MoveButtons } from "./MoveButtons.tsx";
import { RenewConsent } from "./RenewConsent.tsx";
import { moved } from "./sequence-order.ts";
import { ResumeSequenceDocument } from "./useStartSequence.ts";
import styles from "./wizard.module.css";

graphql(`
  fragment SequenceCard_sequence on ApplicationSequence {
    id
    version
    goal
    state
    reason
    reasonCode
    hardPullCount
    parallelHardPullCount
    steps {
      id
      state
      reason
      product {
        id
        name
        institution {
          id
          shortName
        }
      }
      application {
        id
        state
      }
    }
  }
`);

const PauseSequenceDocument = graphql(`
  mutation PauseSequence($input: PauseSequenceInput!) {
    pauseSequence(input: $input) {
      id
      ...SequenceCard_sequence @unmask
    }
  }
`);

const ReorderSequenceDocument = graphql(`
  mutation ReorderSequence($input: ReorderSequenceInput!) {
    reorderSequence(input: $input) {
      id
      ...SequenceCard_sequence @unmask
    }
  }
`);

const CancelSequenceDocument = graphql(`
  mutation CancelSequence($input: CancelSequenceInput!) {
    cancelSequence(input: $input) {
      id
      ...SequenceCard_sequence @unmask
    }
  }
`);

type Step = SequenceCard_SequenceFragment["steps"][number];

/** A lender's text has changed since it was agreed to, or was never agreed to. */
const wantsConsent = (code: string | null): boolean =>
  code === "APPLICATION_CONSENT_OUTDATED" || code === "APPLICATION_CONSENT_REQUIRED";

/** Lenders asked one after another: whose turn it is, what it has spared, and how to stop it. */
export function SequenceCard({ sequence }: { sequence: SequenceCard_SequenceFragment }) {
  const t = useT();
  const { state, goal, reason, reasonCode, steps, hardPullCount, parallelHardPullCount } = sequence;
  const isOpen = state === "RUNNING" || state === "PAUSED";
  const waiting = steps.filter((step) => step.state === "WAITING").map(({ product }) => product.id);
  const next = steps.find((step) => step.state === "WAITING");
  const { change, isMoving } = useReorder(sequence, waiting);
  return (
    <Section
      title={t("sequence.title", { goal: t(`goal.${goal}`) })}
      aside={
        <Tag family={state === "ACCEPTED" ? "success" : state === "PAUSED" ? "warning" : "neutral"}>
          {t(`sequenceState.${state}`)}
        </Tag>
      }
    >
      {reason !== null && (
        <p className={styles.problem} role="note">
          {reason}
        </p>
      )}
      <ol className={styles.results}>
        {steps.map((step, at) => (
          <StepLine key={step.id} step={step} number={at + 1}>
            {isOpen && step.state === "WAITING" && waiting.length > 1 && (
              <MoveButtons
                name={step.product.name}
                at={waiting.indexOf(step.product.id)}
                count={waiting.length}
                isBusy={isMoving}
                onMove={change}
              />
            )}
          </StepLine>
        ))}
      </ol>
      <p className={styles.quiet}>{t("sequence.spared", { done: hardPullCount, parallel: parallelHardPullCount })}</p>
      {state === "PAUSED" && wantsConsent(reasonCode) && next !== undefined ? (
        <RenewConsent sequence={sequence} institutionId={next.product.institution.id} />
      ) : (
        isOpen && <Actions sequence={sequence} />
      )}
    </Section>
  );
}

/** Another order for the lenders whose turn has not come. */
function useReorder({ id, version }: SequenceCard_SequenceFragment, waiting: readonly string[]) {
  const toast = useToast();
  const sentence = useFailureText();
  const [reorder, { loading }] = useMutation(ReorderSequenceDocument);
  const change = (at: number, by: number) =>
    void reorder({ variables: { input: { sequenceId: id, version, productIds: moved(waiting, at, by) } } }).catch(
      (error: unknown) => toast({ message: sentence(toFailure(error)), family: "error" }),
    );
  return { change, isMoving: loading };
}

function StepLine({ step, number, children }: { step: Step; number: number; children: ReactNode }) {
  const t = useT();
  const { product, application, state, reason } = step;
  return (
    <li className={styles.result}>
      <div className={styles.words}>
        <p className={styles.name}>
          {number}. {product.institution.shortName} · {product.name}
        </p>
        <p className={styles.quiet}>
          {application === null ? (
            t(`sequenceStep.${state}`)
          ) : (
            <StatusTag kind="application" status={application.state} />
          )}
          {reason !== null && ` ${reason}`}
        </p>
      </div>
      {children}
      {application !== null && (
        <LinkButton href={`/applications/${application.id}`} size="small">
          {t("applications.progress")}
        </LinkButton>
      )}
    </li>
  );
}

function Actions({ sequence: { id, version, state } }: { sequence: SequenceCard_SequenceFragment }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [pause, pausing] = useMutation(PauseSequenceDocument);
  const [resume, resuming] = useMutation(ResumeSequenceDocument);
  const [cancel, cancelling] = useMutation(CancelSequenceDocument);
  const variables = { input: { sequenceId: id, version } };
  const told = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast({ message: sentence(toFailure(error)), family: "error" }));
  return (
    <div className={styles.buttons}>
      {state === "RUNNING" ? (
        <Button size="small" loading={pausing.loading} onClick={() => told(pause({ variables }))}>
          {t("sequence.pause")}
        </Button>
      ) : (
        <Button size="small" variant="primary" loading={resuming.loading} onClick={() => told(resume({ variables }))}>
          {t("sequence.resume")}
        </Button>
      )}
      <Button size="small" variant="quiet" loading={cancelling.loading} onClick={() => told(cancel({ variables }))}>
        {t("sequence.cancel")}
      </Button>
    </div>
  );
}
