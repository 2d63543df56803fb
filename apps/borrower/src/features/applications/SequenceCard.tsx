import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, LinkButton, StatusTag, Tag, useToast } from "@daichao/ui/light";
import type { SequenceCard_SequenceFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import styles from "./wizard.module.css";

graphql(`
  fragment SequenceCard_sequence on ApplicationSequence {
    id
    version
    goal
    state
    reason
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

const ResumeSequenceDocument = graphql(`
  mutation ResumeSequence($input: ResumeSequenceInput!) {
    resumeSequence(input: $input) {
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

/** Lenders asked one after another: whose turn it is, what it has spared, and how to stop it. */
export function SequenceCard({ sequence }: { sequence: SequenceCard_SequenceFragment }) {
  const t = useT();
  const { state, goal, reason, steps, hardPullCount, parallelHardPullCount } = sequence;
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
          <StepLine key={step.id} step={step} number={at + 1} />
        ))}
      </ol>
      <p className={styles.quiet}>{t("sequence.spared", { done: hardPullCount, parallel: parallelHardPullCount })}</p>
      {(state === "RUNNING" || state === "PAUSED") && <Actions sequence={sequence} />}
    </Section>
  );
}

function StepLine({ step, number }: { step: Step; number: number }) {
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
