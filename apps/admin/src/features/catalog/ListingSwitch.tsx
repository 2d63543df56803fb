import { useMutation } from "@apollo/client/react";
import { useCan } from "@daichao/client";
import { Button, useToast } from "@daichao/ui/light";
import type { ListingSwitch_ListingFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { ReasonForm } from "../../ui/ReasonForm.tsx";

graphql(`
  fragment ListingSwitch_listing on ProductListing {
    id
    state
    suspendedReason
    openApplicationCount
    version
  }
`);

const SuspendProductDocument = graphql(`
  mutation SuspendProduct($input: SuspendProductInput!) {
    suspendProduct(input: $input) {
      id
      ...ListingSwitch_listing @unmask
    }
  }
`);

const ResumeProductDocument = graphql(`
  mutation ResumeProduct($input: ResumeProductInput!) {
    resumeProduct(input: $input) {
      id
      ...ListingSwitch_listing @unmask
    }
  }
`);

type Listing = ListingSwitch_ListingFragment;

const actOf = ({ state }: Listing): "suspend" | "resume" | null =>
  state === "PUBLISHED" ? "suspend" : state === "SUSPENDED" ? "resume" : null;

/** The way to taking a product off the shelf or putting it back; nothing where there is neither, or no right to it. */
export function ListingSwitchButton({ listing, onOpen }: { listing: Listing; onOpen: () => void }) {
  const t = useT();
  const may = useCan();
  const act = actOf(listing);
  if (act === null || !may("listing:suspend")) return null;
  return (
    <Button variant={act === "suspend" ? "danger" : "default"} onClick={onOpen}>
      {t(`switch.${act}`)}
    </Button>
  );
}

/** Taking a product off the shelf and putting it back; before either, what it touches. */
export function ListingSwitch({ listing, onClose }: { listing: Listing; onClose: () => void }) {
  const t = useT();
  const show = useToast();
  const failures = useFormFailures(["reason"]);
  const [suspend, suspending] = useMutation(SuspendProductDocument);
  const [resume, resuming] = useMutation(ResumeProductDocument);
  const act = actOf(listing);
  if (act === null) return null;
  const confirm = (reason: string) => {
    failures.clear();
    const variables = { input: { productId: listing.id, reason } };
    const done = act === "suspend" ? suspend({ variables }) : resume({ variables });
    done.then(
      () => {
        onClose();
        show({ message: t(`switch.${act}.done`), family: "success" });
      },
      (error: unknown) => failures.take(error),
    );
  };
  const effects =
    act === "suspend"
      ? [
          <strong key="open">{t("switch.suspend.open", { count: listing.openApplicationCount })}</strong>,
          t("switch.suspend.gone"),
          t("switch.suspend.loans"),
          t("switch.suspend.told"),
        ]
      : [t("switch.resume.checked"), t("switch.resume.back")];
  return (
    <ReasonForm
      title={t(`switch.${act}.title`)}
      effects={effects}
      label={t("reason.label")}
      hint={act === "suspend" ? t("switch.suspend.hint") : undefined}
      confirm={t(`switch.${act}`)}
      danger={act === "suspend"}
      isSubmitting={suspending.loading || resuming.loading}
      reasonError={failures.of("reason")}
      formError={failures.form}
      onConfirm={confirm}
      onCancel={() => {
        failures.clear();
        onClose();
      }}
    />
  );
}
