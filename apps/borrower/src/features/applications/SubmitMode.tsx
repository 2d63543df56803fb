import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { formatRate } from "@daichao/ui/format";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Money, Segmented, Skeleton } from "@daichao/ui/light";
import { useEffect } from "react";
import type { SequenceGoal, SubmitMode_DraftFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { MoveButtons } from "./MoveButtons.tsx";
import { moved } from "./sequence-order.ts";
import styles from "./wizard.module.css";

graphql(`
  fragment SubmitMode_draft on ApplicationDraft {
    id
    hardPulls {
      limit
      left
      windowDays
    }
  }
`);

const ApplicationPlanDocument = graphql(`
  query ApplicationPlan($draftId: ID!, $goal: SequenceGoal!, $productIds: [ID!]) {
    applicationDraft(id: $draftId) {
      id
      plan(goal: $goal, productIds: $productIds) {
        goal
        expectedHardPulls
        parallelHardPulls
        chance
        turns {
          odds
          product {
            id
            name
            disbursementHours
            institution {
              id
              shortName
            }
          }
          quote {
            totalCost
            annualCost {
              primary
            }
          }
        }
        leftOut {
          id
          name
        }
      }
    }
  }
`);

/** How the chosen products are sent: all at once, or one after another in an order. */
export type Mode =
  | { readonly kind: "parallel" }
  | { readonly kind: "sequence"; readonly goal: SequenceGoal; readonly productIds: readonly string[] | null };

const goals: readonly SequenceGoal[] = ["LOWEST_COST", "FASTEST", "SUREST"];

export interface SubmitModeProps {
  draft: Pick<SubmitMode_DraftFragment, "id" | "hardPulls">;
  /** Products that would be applied for. */
  count: number;
  mode: Mode;
  onMode: (mode: Mode) => void;
}

/** All lenders at once or one after another, with what each means for the credit file; told before anything is sent. */
export function SubmitMode({ draft, count, mode, onMode }: SubmitModeProps) {
  const t = useT();
  const { left, limit, windowDays } = draft.hardPulls;
  return (
    <Section title={t("mode.title")} hint={t("mode.pulls", { count, left, limit, days: windowDays })}>
      {count > left && (
        <p className={styles.problem} role="alert">
          {t("mode.tooMany", { left })}
        </p>
      )}
      {count > 1 && (
        <Segmented
          legend={t("mode.legend")}
          value={mode.kind}
          choices={[
            { value: "parallel", label: t("mode.parallel") },
            { value: "sequence", label: t("mode.sequence") },
          ]}
          onValueChange={(kind) =>
            onMode(
              kind === "parallel" ? { kind: "parallel" } : { kind: "sequence", goal: "LOWEST_COST", productIds: null },
            )
          }
        />
      )}
      {mode.kind === "sequence" && <Order draftId={draft.id} mode={mode} onMode={onMode} />}
    </Section>
  );
}

interface OrderProps {
  draftId: string;
  mode: Extract<Mode, { kind: "sequence" }>;
  onMode: (mode: Mode) => void;
}

function Order({ draftId, mode, onMode }: OrderProps) {
  const t = useT();
  const sentence = useFailureText();
  const { goal, productIds } = mode;
  const { data, previousData, error, refetch } = useQuery(ApplicationPlanDocument, {
    variables: { draftId, goal, productIds: productIds === null ? null : [...productIds] },
    fetchPolicy: "cache-and-network",
  });
  const plan = (data ?? previousData)?.applicationDraft?.plan;
  // The best order stands until the borrower changes it.
  useEffect(() => {
    if (productIds === null && plan?.goal === goal)
      onMode({ kind: "sequence", goal, productIds: plan.turns.map(({ product }) => product.id) });
  }, [plan, goal, productIds, onMode]);
  const order = productIds ?? [];
  const turns = (plan?.turns ?? []).toSorted((a, b) => order.indexOf(a.product.id) - order.indexOf(b.product.id));
  const change = (at: number, by: number) => onMode({ kind: "sequence", goal, productIds: moved(order, at, by) });
  return (
    <>
      <p className={styles.quiet}>{t("mode.sequenceHint")}</p>
      <Segmented
        legend={t("mode.goal")}
        value={goal}
        choices={goals.map((value) => ({ value, label: t(`goal.${value}`) }))}
        onValueChange={(next) => onMode({ kind: "sequence", goal: next as SequenceGoal, productIds: null })}
      />
      {plan === undefined && error === undefined && <Skeleton height={120} />}
      {error !== undefined && (
        <p className={styles.problem} role="alert">
          {sentence(toFailure(error))}{" "}
          <Button size="small" onClick={() => void refetch()}>
            {t("error.retry")}
          </Button>
        </p>
      )}
      {plan !== undefined && (
        <>
          <ol className={styles.results}>
            {turns.map(({ product, quote, odds }, at) => (
              <li key={product.id} className={styles.result}>
                <div className={styles.words}>
                  <p className={styles.name}>
                    {at + 1}. {product.institution.shortName} · {product.name}
                  </p>
                  <p className={styles.quiet}>
                    {t("fact.totalCost")} <Money amount={quote.totalCost} /> ·{" "}
                    {t("mode.hours", { hours: product.disbursementHours })}
                    {odds !== null && ` · ${t("mode.odds", { odds: formatRate(odds) })}`}
                  </p>
                </div>
                <MoveButtons name={product.name} at={at} count={turns.length} onMove={change} />
              </li>
            ))}
          </ol>
          <p role="status">
            {t("mode.counterfactual", {
              expected: plan.expectedHardPulls.toFixed(1),
              parallel: plan.parallelHardPulls,
            })}
            {plan.chance !== null && ` ${t("mode.chance", { chance: formatRate(plan.chance) })}`}
          </p>
          {plan.leftOut.length > 0 && (
            <p className={styles.quiet}>
              {t("mode.leftOut", { names: plan.leftOut.map(({ name }) => name).join(t("list.comma")) })}
            </p>
          )}
        </>
      )}
    </>
  );
}
