import { YUAN } from "@daichao/finance";
import type { Kernel } from "../../kernel/index.js";
import type { LicenceKind } from "../institutions/index.js";
import type { SettingsService } from "../settings/index.js";
import { catalogErrors } from "./catalog.errors.js";
import {
  checksOf,
  type ListingCheckValue,
  type ListingRules,
  type TermsVerdict,
  verdictOf,
} from "./listing-check.rules.js";
import { CheckVerdict, ProductCategory } from "./product.states.js";
import type { CostRange } from "./product-cost.rules.js";
import { type ContingentCost, contingentCostsOf, type ProductTerms } from "./product-terms.rules.js";

/** The listing rules in force: caps, ceilings and penalties from the parameters, for the lender's kind of licence. */
export class ListingRulesService {
  constructor(
    private readonly kernel: Kernel,
    private readonly settings: SettingsService,
  ) {}

  inForce(licence: LicenceKind, category: ProductCategory): ListingRules {
    const isBusiness = category === ProductCategory.BUSINESS;
    const yuan = this.settings.number(isBusiness ? "product.businessAmountMax" : `product.amountMax.${licence}`);
    return {
      caps: this.settings.rateCaps(licence, this.kernel.clock.today()),
      limits: { amountMax: BigInt(yuan) * YUAN },
    };
  }

  contingentCosts(): ContingentCost[] {
    return contingentCostsOf(
      this.settings.number("penalty.overdueMultiplier"),
      this.settings.number("penalty.misuseMultiplier"),
    );
  }

  verdictOf(terms: ProductTerms, licence: LicenceKind): TermsVerdict {
    return verdictOf(terms, this.inForce(licence, terms.category));
  }

  checksOf(terms: ProductTerms, licence: LicenceKind): ListingCheckValue[] {
    return checksOf(terms, this.inForce(licence, terms.category));
  }

  /** The costs of terms that may stand as a draft. @throws the first refusal, pointed at its field. */
  mustBeDraftable(terms: ProductTerms, licence: LicenceKind): CostRange {
    const { costs, refusals } = this.verdictOf(terms, licence);
    const [refusal] = refusals;
    if (refusal) throw refusal;
    if (!costs) throw catalogErrors.notSchedulable({ reason: "UNPRICED" }, "terms");
    return costs;
  }

  /**
   * The costs of terms that may be listed: everything a draft needs, and no failing check.
   * @throws CATALOG_RATE_OVER_CAP for the cap, CATALOG_CHECK_FAILED for any other check, pointed at its field.
   */
  mustBeListable(terms: ProductTerms, licence: LicenceKind): CostRange {
    const failed = this.checksOf(terms, licence).find((check) => check.verdict === CheckVerdict.FAIL);
    if (failed?.error?.code === "CATALOG_RATE_OVER_CAP") throw failed.error;
    if (failed)
      throw catalogErrors.checkFailed({ check: failed.code, detail: failed.detail.zh }, failed.field ?? undefined);
    return this.mustBeDraftable(terms, licence);
  }
}
