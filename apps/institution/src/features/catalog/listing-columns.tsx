import type { DataColumn } from "@daichao/ui/antd";
import { formatMoneyRange, formatRateRange, formatTermRange } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { RelativeTime, StatusTag, Tag } from "@daichao/ui/light";
import type { ListingColumns_ListingFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";

graphql(`
  fragment ListingColumns_listing on ProductListing {
    id
    state
    version
    openApplicationCount
    updatedAt
    current {
      id
      name
      amountMin
      amountMax
      termOptions
      annualCost {
        min
        max
      }
    }
    draft {
      id
      name
      amountMin
      amountMax
      termOptions
      annualCost {
        min
        max
      }
    }
  }
`);

type Listing = ListingColumns_ListingFragment;

/** What borrowers see, or the draft where they have never seen anything. */
const shownOf = ({ current, draft }: Listing) => current ?? draft;

/** Columns of the list of products. */
export function useListingColumns(): readonly DataColumn<Listing>[] {
  const t = useT();
  const { locale } = useLocale();
  const { now } = useBusinessClock();
  return [
    {
      key: "name",
      title: t("products.name"),
      width: 224,
      defaultPinned: true,
      render: (listing) => (
        <>
          <strong>{shownOf(listing)?.name ?? "—"}</strong>{" "}
          {listing.current !== null && listing.draft !== null && <Tag family="info">{t("products.draftBeside")}</Tag>}
        </>
      ),
    },
    {
      key: "state",
      title: t("products.state"),
      width: 116,
      render: ({ state }) => <StatusTag kind="product" status={state} />,
    },
    {
      key: "cost",
      title: t("products.cost"),
      width: 136,
      align: "end",
      render: (listing) => {
        const cost = shownOf(listing)?.annualCost;
        return cost === undefined ? "—" : formatRateRange(cost.min, cost.max);
      },
    },
    {
      key: "range",
      title: t("products.range"),
      width: 144,
      align: "end",
      render: (listing) => {
        const terms = shownOf(listing);
        return terms === null ? "—" : formatMoneyRange(terms.amountMin, terms.amountMax, locale);
      },
    },
    {
      key: "terms",
      title: t("products.terms"),
      width: 116,
      align: "end",
      render: (listing) => {
        const options = shownOf(listing)?.termOptions ?? [];
        const [least, most] = [options[0], options.at(-1)];
        return least === undefined || most === undefined ? "—" : formatTermRange(least, most, locale);
      },
    },
    {
      key: "open",
      title: t("products.open"),
      width: 100,
      align: "end",
      render: ({ openApplicationCount }) => openApplicationCount,
    },
    {
      key: "updated",
      title: t("products.updated"),
      width: 160,
      align: "end",
      render: ({ updatedAt }) => <RelativeTime at={updatedAt} now={now} />,
    },
  ];
}
