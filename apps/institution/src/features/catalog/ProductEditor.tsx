import { useCan } from "@daichao/client";
import { Button, useToast } from "@daichao/ui/light";
import { useEffect, useState } from "react";
import type { ProductEditor_ListingFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import styles from "./ProductEditor.module.css";
import { TermsFields } from "./TermsFields.tsx";
import { emptyTerms, formOf } from "./terms-form.ts";
import { useListingSteps } from "./useSaveProduct.ts";
import type { TermsEditing } from "./useTermsForm.ts";
import { useTermsForm } from "./useTermsForm.ts";

graphql(`
  fragment ProductEditor_listing on ProductListing {
    id
    state
    version
    current {
      ...TermsForm_version @unmask
    }
    draft {
      ...TermsForm_version @unmask
    }
    checks {
      code
      label
      detail
      verdict
      field
    }
    pendingApproval {
      id
      state
    }
  }
`);

export interface ProductEditorProps {
  listing: ProductEditor_ListingFragment;
}

const keptOf = ({ draft, current }: ProductEditor_ListingFragment) => {
  const kept = draft ?? current;
  return kept === null ? emptyTerms : formOf(kept);
};

// The version the form was filled from: when the listing moves on under it, saving has to be a choice.
function useStanding(listing: ProductEditor_ListingFragment, editing: TermsEditing) {
  const [base, setBase] = useState(listing.version);
  const hasMoved = base !== listing.version;
  const latest = () => {
    editing.reset(keptOf(listing));
    setBase(listing.version);
  };
  useEffect(() => {
    // Nothing was typed: the form simply follows.
    if (hasMoved && !editing.isDirty) latest();
  });
  return { base, hasMoved: hasMoved && editing.isDirty, latest, accept: () => setBase(listing.version) };
}

function useEditor({ listing }: ProductEditorProps) {
  const t = useT();
  const toast = useToast();
  const editing = useTermsForm(keptOf(listing));
  const steps = useListingSteps(listing.id);
  const standing = useStanding(listing, editing);
  const [isConflict, setConflict] = useState(false);
  useEffect(() => {
    editing.setRefusal(steps.failure);
    if (steps.failure?.code === "CONFLICT") setConflict(true);
    // A refusal is put on its field once, when it comes.
  }, [steps.failure]);
  const save = async (version: number) => {
    if (editing.terms === null) return;
    const kept = editing.form;
    if (!(await steps.save(editing.terms, version))) return;
    setConflict(false);
    editing.reset(kept);
    toast({ message: t("product.saved"), family: "success" });
  };
  const submit = async () => {
    if (await steps.submit(listing.version)) toast({ message: t("product.submitted"), family: "success" });
  };
  return { editing, steps, standing, save, submit, isConflict: isConflict || standing.hasMoved, setConflict };
}

function Conflict({ editor, version }: { editor: ReturnType<typeof useEditor>; version: number }) {
  const t = useT();
  const { standing, save, setConflict } = editor;
  return (
    <Notice
      family="warning"
      isUrgent
      title={t("product.conflict")}
      action={
        <>
          <Button
            size="small"
            onClick={() => {
              setConflict(false);
              standing.latest();
            }}
          >
            {t("product.loadLatest")}
          </Button>
          <Button size="small" onClick={() => void save(version)}>
            {t("product.overLatest")}
          </Button>
        </>
      }
    >
      {t("product.conflictReason")}
    </Notice>
  );
}

/** A product's draft: every parameter, its price while it is typed, saving and submitting. */
export function ProductEditor({ listing }: ProductEditorProps) {
  const t = useT();
  const may = useCan();
  const editor = useEditor({ listing });
  const { editing, steps, standing, save, submit, isConflict } = editor;
  const isInReview = listing.pendingApproval !== null;
  const isFrozen = isInReview || !may("listing:write");
  const fails = editing.preview?.checks.some(({ verdict }) => verdict === "FAIL") === true;
  const canSubmit = listing.draft !== null && !editing.isDirty && !fails && !isInReview;
  const why = editing.isDirty ? t("product.submitDirty") : fails ? t("product.submitFails") : null;
  const isFieldless = steps.failure !== null && steps.failure.field === null && steps.failure.code !== "CONFLICT";
  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        {isInReview && <Notice family="waiting" title={t("product.inReview")} />}
        {!may("listing:write") && <Notice family="info" title={t("product.readOnly")} />}
        {isConflict && <Conflict editor={editor} version={listing.version} />}
        <TermsFields editing={editing} isFrozen={isFrozen} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <aside className={styles.side} aria-label={t("preview.title")} tabIndex={0}>
        {!isFrozen && (
          <div className={styles.actions}>
            <Button
              variant={editing.isDirty ? "primary" : "default"}
              loading={steps.isBusy}
              disabled={!editing.isDirty || editing.terms === null}
              onClick={() => void save(standing.base)}
            >
              {t("product.save")}
            </Button>
            {may("listing:submit") && (
              <Button
                variant={canSubmit ? "primary" : "default"}
                loading={steps.isBusy}
                disabled={!canSubmit}
                aria-describedby="submit-why"
                onClick={() => void submit()}
              >
                {t("product.submit")}
              </Button>
            )}
            <p id="submit-why" className={styles.why}>
              {why}
            </p>
          </div>
        )}
        <FormFailure failure={isFieldless ? steps.failure : null} />
        <PreviewPanel {...editing} />
      </aside>
    </div>
  );
}
