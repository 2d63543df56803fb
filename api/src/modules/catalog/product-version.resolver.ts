import { FieldResolver, Resolver, Root } from "type-graphql";
import { ProductVersion } from "./listing.types.js";
import type { ProductVersionRow } from "./product.tables.js";
import { CostRange } from "./product.types.js";
import { type CostSpan, costOfVersion } from "./product-version.service.js";

@Resolver(() => ProductVersion)
export class ProductVersionResolver {
  @FieldResolver(() => CostRange, { description: "Annual cost, cheapest to dearest case, computed by the platform." })
  annualCost(@Root() version: ProductVersionRow): CostSpan {
    return costOfVersion(version);
  }
}
