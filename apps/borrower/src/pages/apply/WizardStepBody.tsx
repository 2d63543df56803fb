import type { Agreed } from "../../features/applications/ConsentsStep.tsx";
import { ConsentsStep } from "../../features/applications/ConsentsStep.tsx";
import { DocumentsStep, wantedDocuments } from "../../features/applications/DocumentsStep.tsx";
import { NeedStep } from "../../features/applications/NeedStep.tsx";
import { ReviewStep } from "../../features/applications/ReviewStep.tsx";
import type { Mode } from "../../features/applications/SubmitMode.tsx";
import type { DraftAutosave } from "../../features/applications/useDraftAutosave.ts";
import type { WizardStep } from "../../features/applications/wizard-steps.ts";
import { BankCards } from "../../features/borrowers/BankCards.tsx";
import { IdentityPanel } from "../../features/borrowers/IdentityPanel.tsx";
import { useUploads } from "../../features/borrowers/upload-transport.ts";
import type { FactsAutosave } from "../../features/borrowers/useFactsAutosave.ts";
import { sendOrGoOn } from "../../lib/lending/send-document.ts";
import { useT } from "../../lib/texts.ts";
import type { Borrower, Draft } from "./ApplyWizard.tsx";
import { CheckedStep } from "./CheckedStep.tsx";
import { FactsConflict } from "./FactsConflict.tsx";
import { ReviewedFacts } from "./ReviewedFacts.tsx";
import { WorkStep } from "./WorkStep.tsx";

export interface WizardStepBodyProps {
  step: WizardStep;
  draft: Draft;
  borrower: Borrower;
  autosave: Pick<DraftAutosave, "edits" | "state" | "edit">;
  facts: FactsAutosave;
  agreed: Agreed;
  refusal: string | null;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onAgreed: (agreed: Agreed) => void;
  onStep: (step: WizardStep) => void;
  onNext: () => void;
  onSubmit: () => void;
  reload: () => Promise<unknown>;
}

/** The one question area that is open; what two devices said of one borrower is asked about on whichever it is. */
export function WizardStepBody(props: WizardStepBodyProps) {
  const { step, borrower, facts } = props;
  return (
    <>
      <StepBody {...props} />
      {/* The step about work asks itself: it has boxes to empty. */}
      {facts.state === "conflict" && step !== "work" && <FactsConflict profile={borrower.profile} facts={facts} />}
    </>
  );
}

function StepBody(props: WizardStepBodyProps) {
  const { step, draft, borrower, autosave, facts, reload, agreed, onAgreed, onStep, onNext } = props;
  const { refusal, mode, onMode, onSubmit } = props;
  const t = useT();
  const uploads = useUploads();
  const isStillMissing = (kind: string) => draft.missing.some((missing) => missing.kind === kind);
  switch (step) {
    case "need":
      return (
        <NeedStep draft={draft} edits={autosave.edits} onEdit={autosave.edit} saving={autosave.state} onNext={onNext} />
      );
    case "identity":
      return (
        <CheckedStep
          error={borrower.isIdentityVerified ? null : t("apply.issue.identity")}
          onNext={() => void reload().then(onNext)}
        >
          <IdentityPanel borrower={borrower} />
        </CheckedStep>
      );
    case "work":
      return <WorkStep borrower={borrower} missing={draft.missing} facts={facts} onNext={onNext} />;
    case "documents":
      return (
        <DocumentsStep
          draft={draft}
          send={sendOrGoOn(uploads, borrower.documents)}
          onChanged={() => void reload()}
          onNext={onNext}
        />
      );
    case "card":
      return (
        <CheckedStep
          error={isStillMissing("BANK_CARD") && borrower.bankCards.length === 0 ? t("sign.noCard") : null}
          onNext={() => void reload().then(onNext)}
        >
          <BankCards borrower={borrower} />
        </CheckedStep>
      );
    case "consents":
      return <ConsentsStep draft={draft} agreed={agreed} onAgreed={onAgreed} onNext={onNext} />;
    case "review":
      return (
        <ReviewStep
          draft={draft}
          agreed={agreed}
          documents={wantedDocuments(draft)}
          facts={<ReviewedFacts borrower={borrower} onStep={onStep} />}
          refusal={refusal}
          mode={mode}
          onMode={onMode}
          onStep={onStep}
          onSubmit={onSubmit}
        />
      );
  }
}
