import type { FilterField, FilterValues, Paging } from "@daichao/ui/antd";
import { readFilters, writeFilters } from "@daichao/ui/antd";
import { useLocation, useNavigate, useSearchParams } from "react-router";

interface PageEnd {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

interface ListPage {
  readonly pageInfo: PageEnd;
  readonly totalCount?: number | null;
}

export interface ListAddress {
  readonly values: FilterValues;
  readonly setValues: (values: FilterValues) => void;
  /** Cursor of the page shown; null on the first. */
  readonly after: string | null;
  readonly pagingOf: (list: ListPage | undefined) => Paging;
  /** The address of another path with the same filters. */
  readonly hrefOf: (path: string) => string;
}

/** Filters and page of a list live in the address: they can be pasted, and going back undoes them. */
export function useListAddress(fields: readonly FilterField[]): ListAddress {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { state } = useLocation();
  const after = search.get("after");
  const toPage = (cursor: string | null) => {
    const next = new URLSearchParams(search);
    if (cursor === null) next.delete("after");
    else next.set("after", cursor);
    setSearch(next, { state: cursor === null ? null : { isNext: true } });
  };
  const isNext = typeof state === "object" && state !== null && "isNext" in state;
  return {
    values: readFilters(fields, search),
    setValues: (values) => setSearch(writeFilters(fields, values, search), { replace: true }),
    after,
    pagingOf: (list) => ({
      totalCount: list?.totalCount,
      hasNext: list?.pageInfo.hasNextPage ?? false,
      onNext: () => toPage(list?.pageInfo.endCursor ?? null),
      hasPrevious: after !== null,
      // A pasted address has no page behind it: then the first one is as far back as anybody can go.
      onPrevious: () => (isNext ? void navigate(-1) : toPage(null)),
    }),
    hrefOf: (path) => (search.size === 0 ? path : `${path}?${search}`),
  };
}
