import type { Fen, RepaymentMethod } from "@daichao/finance";
import { type ErrorText, kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { canonical } from "../../kernel/once/index.js";
import { decodeCursor, encodeCursor, type PageRequest } from "../../kernel/page/index.js";
import type { CatalogSnapshot, PublishedCatalogue } from "./catalog-snapshot.service.js";
import { type ProductCategory, ProductSort, SuggestionKind } from "./product.states.js";
import type { ProductCosts } from "./product-cost.service.js";
import {
  amountBounds,
  countedAs,
  type FacetCounts,
  facetsOf,
  type Hit,
  hitsAfter,
  hitsOf,
  type ProductFilter,
  type SearchEntry,
  type SearchGround,
  type SortKey,
} from "./product-search.rules.js";
import type { ProductView } from "./product-view.rules.js";
import { inLocale } from "./product-wording.rules.js";
import type { QuoteValue } from "./quote.service.js";
import { RecentValues } from "./recent-values.rules.js";
import { documentOf } from "./search-document.rules.js";
import { matcherOf } from "./search-match.rules.js";
import { completionsFor, lastWord } from "./search-suggestion.rules.js";
import { hasWords, plainText, readText, type SearchWish } from "./search-text.rules.js";
import { CATEGORY_LABELS, METHOD_LABELS } from "./search-words.rules.js";

export interface FacetValueView {
  readonly value: string;
  readonly label: ErrorText;
  readonly count: number;
}
/** What a search text was taken to mean. */
export interface ReadingView {
  readonly amount: Fen | null;
  readonly termCount: number | null;
  readonly categories: readonly ProductCategory[];
  readonly methods: readonly RepaymentMethod[];
  readonly ignored: readonly string[];
}
export interface SuggestionView {
  readonly kind: SuggestionKind;
  readonly text: string;
  readonly label: string;
  readonly slug: string | null;
  readonly count: number | null;
}
export type FacetsView = Readonly<Record<keyof FacetCounts, readonly FacetValueView[]>>;

const LICENCE_LABELS: Readonly<Record<string, ErrorText>> = {
  BANK: { zh: "银行", en: "Bank" },
  CONSUMER_FINANCE: { zh: "消费金融公司", en: "Consumer finance company" },
  MICRO_LENDER: { zh: "小额贷款公司", en: "Micro-lender" },
};
const same = (text: string): ErrorText => ({ zh: text, en: text });

/** One hit of a page. Its quote is worked out when somebody asks for it. */
export class ProductEdgeView {
  readonly cursor: string;
  readonly node: ProductView;

  constructor(
    private readonly hit: Hit,
    private readonly quoteOf: (hit: Hit) => QuoteValue,
  ) {
    this.cursor = encodeCursor(hit.key);
    this.node = hit.entry.product;
  }

  get quote(): QuoteValue {
    return this.quoteOf(this.hit);
  }
}

/** A page of the list with exact counts; facets are counted when somebody asks for them. */
export class ProductPageView {
  constructor(
    readonly edges: readonly ProductEdgeView[],
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null },
    readonly totalCount: number,
    readonly catalogVersion: number,
    /** Null without a text. */
    readonly reading: ReadingView | null,
    private readonly countFacets: () => FacetsView,
  ) {}

  get facets(): FacetsView {
    return this.countFacets();
  }
}

interface Kept {
  readonly snapshot: CatalogSnapshot;
  readonly hits: RecentValues<readonly Hit[]>;
  readonly facets: RecentValues<FacetsView>;
  readonly amountBounds: readonly Fen[];
  readonly grounds: RecentValues<SearchGround>;
  /** Names of lenders as texts are compared, longest first. */
  readonly lenders: readonly string[];
}

const HITS_KEPT = 12_000;

/** Search over the catalogue in memory: no statement is sent. Lists, counts and text scores are kept per snapshot. */
export class ProductSearchService {
  private kept: Kept | undefined;

  constructor(
    private readonly kernel: Kernel,
    private readonly catalogue: PublishedCatalogue,
    private readonly costs: ProductCosts,
  ) {}

  /**
   * One page of the published products that pass the filter. Costs are for the amount and term asked for, or those in
   * the text, or each product's nearest to 50,000 yuan over 12 months.
   * @throws CATALOG_TEXT_UNUSABLE, INVALID_INPUT on a cursor of another list.
   */
  search(filter: ProductFilter, sort: ProductSort, { first, after }: PageRequest): ProductPageView {
    const kept = this.keptFor(this.catalogue.current());
    const { snapshot } = kept;
    const position = positionIn(after, sort);
    const ground = this.groundFor(kept, filter.text ?? "");
    const hits = kept.hits.getOr(`${sort}|${ground.today}|${canonical(filter)}`, () =>
      hitsOf(snapshot.entries, filter, sort, ground),
    );
    const found = hitsAfter(hits, position, first + 1);
    const quoteOf = (hit: Hit) => this.quoteOf(hit, filter, ground.wish);
    const edges = found.slice(0, first).map((hit) => new ProductEdgeView(hit, quoteOf));
    const pageInfo = { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null };
    const countFacets = () => {
      const counted = countedAs(filter, kept.amountBounds);
      return kept.facets.getOr(`${ground.today}|${canonical(counted)}`, () =>
        facetsView(facetsOf(snapshot.entries, counted, ground), counted, snapshot),
      );
    };
    const reading = filter.text?.trim() ? readingOf(ground) : null;
    return new ProductPageView(edges, pageInfo, hits.length, snapshot.version, reading, countFacets);
  }

  /**
   * Ways to finish the text, nearest first. A purpose or a lender says how many products the finished text would find;
   * one that would find none is not suggested.
   * @throws CATALOG_TEXT_UNUSABLE as `search` does.
   */
  suggestions(text: string, first: number, locale: string): SuggestionView[] {
    const kept = this.keptFor(this.catalogue.current());
    const { head, word } = lastWord(plainText(text));
    const views = completionsFor(word, kept.snapshot.entries, first * 2).map(({ kind, slug, word: completion }) => {
      const label = inLocale(completion, locale);
      const whole = `${head}${label}`;
      const isCounted = kind === SuggestionKind.PURPOSE || kind === SuggestionKind.LENDER;
      const count = isCounted ? this.countFor(kept, whole) : null;
      return { kind, slug, label, text: whole, count };
    });
    return views.filter(({ count, text: whole }) => count !== 0 && whole !== text).slice(0, first);
  }

  /** Whether a product, as it is or as an earlier version had it, would be among the answers of a filter today. */
  wouldAnswer(filter: ProductFilter, product: ProductView): boolean {
    const ground = this.groundFor(this.keptFor(this.catalogue.current()), filter.text ?? "");
    const entry = { product, document: documentOf(product), costKey: this.costs.keyOf(product) };
    return hitsOf([entry], filter, ProductSort.NEWEST, ground).length > 0;
  }

  private countFor(kept: Kept, text: string): number {
    const { pointsOf } = this.groundFor(kept, text);
    return kept.snapshot.entries.filter((entry) => pointsOf(entry) > 0).length;
  }

  private quoteOf({ entry, ask }: Hit, filter: ProductFilter, text: SearchWish): QuoteValue {
    const amount = filter.amount ?? text.amount ?? ask.amount;
    const termCount = filter.termCount ?? text.termCount ?? ask.termCount;
    return this.costs.listedQuoteOf(entry, ask, amount !== ask.amount || termCount !== ask.termCount);
  }

  private keptFor(snapshot: CatalogSnapshot): Kept {
    if (this.kept?.snapshot === snapshot) return this.kept;
    const room = Math.min(500, Math.max(4, Math.floor(HITS_KEPT / (snapshot.entries.length + 1))));
    this.kept = {
      snapshot,
      hits: new RecentValues(room),
      facets: new RecentValues(Math.max(50, room)),
      amountBounds: amountBounds(snapshot.entries),
      grounds: new RecentValues(room),
      lenders: lendersOf(snapshot),
    };
    return this.kept;
  }

  private groundFor({ snapshot, grounds, lenders }: Kept, text: string): SearchGround {
    const today = this.kernel.clock.today();
    return grounds.getOr(`${today}|${text}`, () => {
      const wish = readText(text, lenders);
      const costOf: SearchGround["costOf"] = (entry, ask) => this.costs.costOf(entry.costKey, entry.product, ask);
      return { today, wish, costOf, ...pointsFor(wish, snapshot.entries) };
    });
  }
}

/** What lenders are called: by their short names, and by their own without its place and its legal form. */
function lendersOf({ products }: CatalogSnapshot): string[] {
  const called = products.flatMap(({ institution: { name, shortName } }) => {
    const own = name.slice(Math.max(0, name.indexOf(shortName.slice(0, 2))));
    return [shortName, own.replace(/(?:股份)?有限(?:责任)?公司$/, "")];
  });
  return [...new Set(called.map(plainText))].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Points by entry, each worked out once; one that is not on the shelf is scored when it is asked about. Without words every product answers. */
function pointsFor(wish: SearchWish, entries: readonly SearchEntry[]): Pick<SearchGround, "pointsOf" | "ignored"> {
  if (!hasWords(wish)) return { pointsOf: () => 1, ignored: [] };
  const { score, ignored } = matcherOf(
    wish,
    entries.map((entry) => entry.document),
  );
  const points = new Map(entries.map((entry) => [entry, score(entry.document)]));
  return { pointsOf: (entry) => points.get(entry) ?? score(entry.document), ignored };
}

const readingOf = ({ wish, ignored }: SearchGround): ReadingView => ({
  amount: wish.amount ?? null,
  termCount: wish.termCount ?? null,
  categories: wish.purposes,
  methods: wish.methods,
  ignored,
});

function positionIn(after: string | null | undefined, sort: ProductSort): SortKey | null {
  const key = decodeCursor(after, 4);
  if (!key) return null;
  const [made, first, second, id] = key;
  if (made !== sort || typeof first !== "number" || typeof second !== "number" || typeof id !== "string")
    throw kernelErrors.invalidInput({ rule: "cursor" }, "after");
  return [made, first, second, id];
}

function facetsView(counts: FacetCounts, filter: ProductFilter, snapshot: CatalogSnapshot): FacetsView {
  const names = new Map(snapshot.products.map(({ institution }) => [institution.id, same(institution.shortName)]));
  const list = (
    name: keyof FacetCounts,
    chosen: readonly string[] | null | undefined,
    labelOf: (value: string) => ErrorText | undefined,
  ): FacetValueView[] => {
    const values = new Set([...counts[name].keys(), ...(chosen ?? [])]);
    const views = [...values].map((value) => ({
      value,
      label: labelOf(value) ?? same(value),
      count: counts[name].get(value) ?? 0,
    }));
    return views.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const terms = list("termOptions", filter.termCount == null ? [] : [String(filter.termCount)], (value) => ({
    zh: `${value}期`,
    en: `${value} months`,
  }));
  return {
    institutions: list("institutions", filter.institutionIds, (value) => names.get(value)),
    categories: list(
      "categories",
      filter.categories,
      (value) => Object.entries(CATEGORY_LABELS).find(([code]) => code === value)?.[1],
    ),
    methods: list(
      "methods",
      filter.methods,
      (value) => Object.entries(METHOD_LABELS).find(([code]) => code === value)?.[1],
    ),
    licenceKinds: list("licenceKinds", filter.licenceKinds, (value) => LICENCE_LABELS[value]),
    termOptions: terms.sort((a, b) => Number(a.value) - Number(b.value)),
  };
}
