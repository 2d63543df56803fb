import { CheckIcon, Icon } from "@daichao/ui";
import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Money } from "@daichao/ui/light";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import type { ReviewStep_DraftFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Agreed } from "./ConsentsStep.tsx";
import { consentsWanted, isAgreed } from "./ConsentsStep.tsx";
import { DebtServiceNote } from "./DebtServiceNote.tsx";
import type { WantedDocument } from "./DocumentsStep.tsx";
import type { Issue } from "./review-issues.ts";
import { issuesOf } from "./review-issues.ts";
import type { Mode } from "./SubmitMode.tsx";
import { SubmitMode } from "./SubmitMode.tsx";
import { stepForm } from "./WizardFrame.tsx";
import styles from "./wizard.module.css";
import type { WizardStep } from "./wizard-steps.ts";

graphql(`
  fragment ReviewStep_draft on ApplicationDraft {
    id
    ...SubmitMode_draft @unmask
    amount
    termCount
    purpose
    method
    missing {
      kind
      field
      documentKind
      institutionNames
    }
    items {
      isSelected
      problem
      product {
        id
        name
        institution {
          id
          shortName
        }
      }
      debtService {
        ...DebtServiceNote_debt @unmask
      }
      quote {
        amount
        termCount
        method
        firstPayment
        totalCost
        annualCost {
          primary
          primaryMethod
        }
      }
      consentText {
        hash
        institution {
          id
          name
          shortName
        }
      }
    }
  }
`);

export interface ReviewStepProps {
  draft: ReviewStep_DraftFragment;
  agreed: Agreed;
  documents: readonly WantedDocument[];
  /** What is known of the borrower, drawn by the page. */
  facts: ReactNode;
  /** Why the last try was refused as a whole. */
  refusal: string | null;
  mode: Mode;
  onMode: (mode: Mode) => void;
  onStep: (step: WizardStep) => void;
  onSubmit: () => void;
}

/** Everything once more, each part with its way back; what is wrong is listed on top and takes the focus. */
export function ReviewStep({
  draft,
  agreed,
  documents,
  facts,
  refusal,
  mode,
  onMode,
  onStep,
  onSubmit,
}: ReviewStepProps) {
  const t = useT();
  const { locale } = useLocale();
  const [tries, setTries] = useState(0);
  const issues = issuesOf(draft, agreed);
  const selected = draft.items.filter((item) => item.isSelected);
  return (
    <form
      id={stepForm}
      noValidate
      className={styles.body}
      onSubmit={(event) => {
        event.preventDefault();
        setTries(tries + 1);
        if (issues.length === 0) onSubmit();
      }}
    >
      {tries > 0 && issues.length > 0 && <ErrorSummary issues={issues} turn={tries} onStep={onStep} />}
      <FormError>{issues.length === 0 ? refusal : null}</FormError>
      <Section title={t("apply.step.need")} aside={<Edit step="need" onStep={onStep} />}>
        <dl className={styles.lines}>
          <Line label={t("need.amount")}>
            <Money amount={draft.amount} />
          </Line>
          <Line label={t("need.term")}>{formatTerm(draft.termCount, locale)}</Line>
          <Line label={t("apply.purpose")}>{t(`loanPurpose.${draft.purpose}`)}</Line>
          <Line label={t("fact.method")}>
            {draft.method === null ? t("apply.methodAny") : t(`repaymentMethod.${draft.method}`)}
          </Line>
        </dl>
        <ul className={styles.results}>
          {selected.map(({ product, quote, debtService }) => (
            <li key={product.id} className={styles.result}>
              <div className={styles.words}>
                <p className={styles.name}>
                  {product.institution.shortName} · {product.name}
                </p>
                <p className={styles.quiet}>
                  {t("fact.annualCost")} {formatRate(quote.annualCost.primary)} (
                  {t(`annualisation.${quote.annualCost.primaryMethod}`)}) · {t("fact.firstMonth")}{" "}
                  <Money amount={quote.firstPayment} /> · {t("fact.totalCost")} <Money amount={quote.totalCost} />
                </p>
                {debtService?.isAboveLimit === true && (
                  <DebtServiceNote debt={debtService} amount={quote.amount} termCount={quote.termCount} />
                )}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {facts}
      {documents.length > 0 && (
        <Section title={t("apply.step.documents")} aside={<Edit step="documents" onStep={onStep} />}>
          <dl className={styles.lines}>
            {documents.map(({ kind, document }) => (
              <Line key={kind} label={t(`documentKind.${kind}`)}>
                {document?.fileName ?? t("apply.notYet")}
              </Line>
            ))}
          </dl>
        </Section>
      )}
      <Section title={t("apply.step.consents")} aside={<Edit step="consents" onStep={onStep} />}>
        <dl className={styles.lines}>
          {consentsWanted(draft).map((text) => (
            <Line key={text.institution.id} label={text.institution.shortName}>
              {isAgreed(agreed, text) ? (
                <span className={styles.good}>
                  <Icon shape={CheckIcon} />
                  {t("consent.given")}
                </span>
              ) : (
                t("consent.notGiven")
              )}
            </Line>
          ))}
        </dl>
      </Section>
      <SubmitMode draft={draft} count={selected.length} mode={mode} onMode={onMode} />
      <p className={styles.quiet}>{t(mode.kind === "sequence" ? "mode.submitNote" : "apply.submitNote")}</p>
    </form>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Edit({ step, onStep }: { step: WizardStep; onStep: (step: WizardStep) => void }) {
  const t = useT();
  return (
    <Button
      size="small"
      variant="quiet"
      aria-label={t("apply.edit", { part: t(`apply.step.${step}`) })}
      onClick={() => onStep(step)}
    >
      {t("action.edit")}
    </Button>
  );
}

interface ErrorSummaryProps {
  issues: readonly Issue[];
  /** Counts the tries: each one moves the focus here again. */
  turn: number;
  onStep: (step: WizardStep) => void;
}

function ErrorSummary({ issues, turn, onStep }: ErrorSummaryProps) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) box.current?.focus();
  }, [turn]);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary}>
      <p className={styles.summaryTitle}>{t("form.errors", { count: issues.length })}</p>
      <ul>
        {issues.map((issue) => (
          <li key={issue.key}>
            <button type="button" className={styles.issue} onClick={() => onStep(issue.step)}>
              <IssueText issue={issue} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function IssueText({ issue }: { issue: Issue }) {
  const t = useT();
  if (issue.kind === "nothing") return t("apply.issue.nothing");
  if (issue.kind === "product") return t("apply.issue.product", { name: issue.name, problem: issue.problem });
  if (issue.kind === "consent") return t("apply.issue.consents", { institutions: issue.institution });
  const { kind, field, documentKind, institutionNames } = issue.missing;
  const institutions = institutionNames.join(t("list.comma"));
  if (kind === "IDENTITY") return t("apply.issue.identity");
  if (kind === "BANK_CARD") return t("apply.issue.card", { institutions });
  const what = documentKind === null ? (t.find(`profile.${field}`) ?? field) : t(`documentKind.${documentKind}`);
  return t("apply.issue.missing", { institutions, what });
}
