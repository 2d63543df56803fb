import type { StatusFamily } from "@daichao/ui/format";
import { Tag } from "@daichao/ui/light";
import type { OddsTag_OddsFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment OddsTag_odds on ApprovalOdds {
    percent
    band
    isPreApproved
  }
`);

const families: Readonly<Record<OddsTag_OddsFragment["band"], StatusFamily>> = {
  HIGH: "success",
  MEDIUM: "info",
  LOW: "neutral",
};

/** How likely an approval is, in a word and a number; "expected" only where the institution's record earns it. */
export function OddsTag({ odds }: { odds: OddsTag_OddsFragment }) {
  const t = useT();
  const { percent, band, isPreApproved } = odds;
  return (
    <Tag family={families[band]}>
      {t(isPreApproved ? "odds.expected" : "odds.chance", { band: t(`odds.band.${band}`), percent })}
    </Tag>
  );
}
