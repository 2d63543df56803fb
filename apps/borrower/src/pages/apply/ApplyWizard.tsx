import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { EmptyState, ErrorState, LinkButton } from "@daichao/ui/light";
import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ConflictDialog } from "../../features/applications/ConflictDialog.tsx";
import type { Agreed } from "../../features/applications/ConsentsStep.tsx";
import { consentsWanted, isAgreed } from "../../features/applications/ConsentsStep.tsx";
import { DiscardDraft } from "../../features/applications/DiscardDraft.tsx";
import { keepOpenedSteps, openedSteps } from "../../features/applications/opened-steps.ts";
import { SubmissionOutcome } from "../../features/applications/SubmissionOutcome.tsx";
import { useDeviceDraft } from "../../features/applications/useDeviceDraft.ts";
import type { DraftAutosave } from "../../features/applications/useDraftAutosave.ts";
import { useHandIn } from "../../features/applications/useHandIn.ts";
import { WizardFrame } from "../../features/applications/WizardFrame.tsx";
import type { WizardStep } from "../../features/applications/wizard-steps.ts";
import { savedStep, stepAfter, stepBefore, stepFrom, stepsFor } from "../../features/applications/wizard-steps.ts";
import type { FactsAutosave } from "../../features/borrowers/useFactsAutosave.ts";
import { useFactsAutosave, useFactsDevice } from "../../features/borrowers/useFactsAutosave.ts";
import type { ApplyPageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useNewest } from "../../lib/unsent/useNewest.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import { FormError } from "../../ui/FormError.tsx";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { WizardStepBody } from "./WizardStepBody.tsx";

const ApplyPageDocument = graphql(`
  query ApplyPage($draftId: ID!) {
    applicationDraft(id: $draftId) {
      id
      ...WizardDraft_draft @unmask
    }
    viewer {
      id
      borrower {
        id
        isIdentityVerified
        documents {
          id
          kind
          state
          fileName
          sizeBytes
        }
        profile {
          version
        }
        ...IdentityPanel_borrower @unmask
        ...ProfileForm_borrower @unmask
        ...BankCards_borrower @unmask
      }
    }
  }
`);

export type Draft = NonNullable<ApplyPageQuery["applicationDraft"]>;
export type Borrower = NonNullable<NonNullable<ApplyPageQuery["viewer"]>["borrower"]>;

/** The form itself, once it is here: gone on with from any device, step by step. */
export function ApplyWizard({ draftId }: { draftId: string }) {
  const t = useT();
  const { data, previousData, error, refetch } = useQuery(ApplyPageDocument, {
    variables: { draftId },
    fetchPolicy: "network-only",
  });
  // A look again that did not get through takes nothing away from under the reader.
  const shown = data ?? previousData;
  const draft = shown?.applicationDraft;
  const borrower = shown?.viewer?.borrower;
  const reload = useCallback(() => refetch(), [refetch]);
  if (draft === null || (error !== undefined && toFailure(error).kind === "not_found")) {
    return <Gone title={t("apply.gone")} />;
  }
  if (draft === undefined || borrower === undefined || borrower === null) {
    if (error === undefined) return <PageSkeleton />;
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  }
  return <Wizard draft={draft} borrower={borrower} reload={reload} />;
}

function Gone({ title }: { title: string }) {
  const t = useT();
  return (
    <EmptyState
      isPage
      title={title}
      reason={t("apply.goneReason")}
      action={
        <LinkButton href="/applications" variant="primary">
          {t("applications.title")}
        </LinkButton>
      }
    />
  );
}

interface WizardProps {
  draft: Draft;
  borrower: Borrower;
  reload: () => Promise<unknown>;
}

/** The steps this borrower has to take, with the one that the address names. */
function useSteps({ draft }: WizardProps) {
  const { step: address } = useParams();
  const opened = useRef<Set<WizardStep>>(null);
  opened.current ??= openedSteps(draft.id);
  const needs = {
    missing: draft.missing,
    wantsDocuments: draft.items.some((item) => item.isSelected && item.requiredDocuments.length > 0),
  };
  const before = stepsFor(needs, opened.current);
  const step = stepFrom(before, address, draft.currentStep);
  opened.current.add(step);
  useEffect(() => {
    if (opened.current !== null) keepOpenedSteps(draft.id, opened.current);
  }, [draft.id, step]);
  return { steps: stepsFor(needs, opened.current), step };
}

/** Another device opens the form at this step. */
function useOpensHere(draft: Draft, step: WizardStep, isOpen: boolean, edit: DraftAutosave["edit"]) {
  const editRef = useRef(edit);
  editRef.current = edit;
  const isElsewhere = isOpen && !draft.isSubmitted && draft.currentStep !== savedStep(step);
  useEffect(() => {
    if (isElsewhere) editRef.current({ currentStep: savedStep(step) });
  }, [step, isElsewhere]);
}

/**
 * What the frame says of saving: of the facts on their own step and where an earlier visit left some unsent, which are
 * sent from any step and hold it until they are; else of the form. What was said of oneself long ago has no time here.
 */
function useShownSave(
  { draft, borrower }: Pick<WizardProps, "draft" | "borrower">,
  step: WizardStep,
  { autosave, facts }: { autosave: DraftAutosave; facts: FactsAutosave },
) {
  const { profile } = borrower;
  const [before] = useState(profile?.version);
  const isAboutFacts = step === "work" || facts.state === "failed" || facts.state === "offline";
  if (!isAboutFacts) return { saving: autosave, savedAt: draft.updatedAt };
  return { saving: facts, savedAt: profile === null || profile.version === before ? null : profile.updatedAt };
}

function Wizard({ draft, borrower, reload }: WizardProps) {
  const t = useT();
  const sentence = useFailureText();
  const navigate = useNavigate();
  const { steps, step } = useSteps({ draft, borrower, reload });
  const autosave = useDeviceDraft(draft, borrower.id, reload);
  const facts = useFactsAutosave(borrower.profile, reload, useFactsDevice(borrower.id));
  const shownSave = useShownSave({ draft, borrower }, step, { autosave, facts });
  const handIn = useHandIn(draft, autosave.version, reload);
  const { submission } = handIn;
  const [agreed, setAgreed] = useState<Agreed>({});
  const outcome = submission.data?.submitApplications ?? null;
  const [isMoving, setMoving] = useState(false);
  usePageTitle(t(`apply.step.${step}`));

  // Meanwhile another device may go on with it; what is being changed here is not fetched from under the reader's hands.
  useFresh(() => (autosave.state === "saved" && facts.state === "saved" && !handIn.isBusy ? reload() : undefined));

  useNewest(draft.version, autosave, reload);
  useNewest(borrower.profile?.version ?? 0, facts, reload);
  useOpensHere(draft, step, outcome === null, autosave.edit);

  if (outcome !== null) {
    return (
      <SubmissionOutcome
        submission={outcome}
        onBack={() => {
          submission.reset();
          void navigate(`/apply/${draft.id}/need`);
        }}
      />
    );
  }
  if (draft.isSubmitted && !handIn.isBusy) return <Gone title={t("apply.submitted")} />;

  const go = async (next: WizardStep | undefined) => {
    if (next === undefined) return;
    setMoving(true);
    const isSaved = (await facts.flush()) && (await autosave.flush());
    // What is still missing depends on what was said of oneself.
    if (isSaved && step === "work") await reload();
    setMoving(false);
    if (isSaved) await navigate(`/apply/${draft.id}/${next}`);
  };
  const submit = async () => {
    if (!((await facts.flush()) && (await autosave.flush()))) return;
    const consents = consentsWanted(draft)
      .filter((text) => isAgreed(agreed, text))
      .map(({ institution, hash }) => ({ institutionId: institution.id, textHash: hash }));
    if ((await handIn.send(consents)) === "WALK") await navigate("/applications", { replace: true });
  };
  const discarded = () => {
    autosave.loadTheirs();
    void navigate("/applications", { replace: true });
  };
  const isReview = step === "review";
  const back = stepBefore(steps, step);
  const refusal = handIn.failure === null ? null : sentence(handIn.failure);
  return (
    <WizardFrame
      steps={steps}
      step={step}
      onStep={(next) => void go(next)}
      onBack={back === undefined ? undefined : () => void go(back)}
      submitLabel={t(isReview ? "apply.submit" : "action.next")}
      isSubmitting={handIn.isBusy || isMoving}
      {...shownSave}
      aside={<DiscardDraft draftId={draft.id} onDiscarded={discarded} />}
    >
      {autosave.state === "failed" && autosave.failure !== null && <FormError>{sentence(autosave.failure)}</FormError>}
      <WizardStepBody
        step={step}
        draft={draft}
        borrower={borrower}
        autosave={autosave}
        facts={facts}
        agreed={agreed}
        refusal={refusal}
        mode={handIn.mode}
        onMode={handIn.setMode}
        onAgreed={setAgreed}
        onStep={(next) => void go(next)}
        onNext={() => void go(stepAfter(steps, step))}
        onSubmit={() => void submit()}
        reload={reload}
      />
      {autosave.state === "conflict" && (
        <ConflictDialog
          draft={draft}
          edits={autosave.edits}
          onTheirs={autosave.loadTheirs}
          onMine={() => void autosave.keepMine()}
        />
      )}
    </WizardFrame>
  );
}
