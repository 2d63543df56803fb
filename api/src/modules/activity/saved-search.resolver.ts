import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import {
  ChangeSavedSearchInput,
  DeleteSavedSearchInput,
  OpenSavedSearchInput,
  SaveSearchInput,
} from "./saved-search.inputs.js";
import type { ProductFilter, SearchChanges } from "./saved-search.rules.js";
import type { SavedSearchService } from "./saved-search.service.js";
import type { SavedSearchRow } from "./saved-search.tables.js";
import { SavedSearch, SavedSearchChanges, SavedSearchFilter } from "./saved-search.types.js";

@Resolver(() => SavedSearch)
export class SavedSearchResolver {
  constructor(private readonly searches: SavedSearchService) {}

  @Allow("borrower:own")
  @Query(() => [SavedSearch], { description: "Your own saved searches, the last saved first." })
  savedSearches(@Ctx() ctx: Context): Promise<SavedSearchRow[]> {
    return this.searches.list(ctx.reader, ctx.viewer);
  }

  @Allow("borrower:own")
  @Mutation(() => SavedSearch, { description: "Keeps a search; at most 20 of them." })
  saveSearch(
    @Ctx() ctx: Context,
    @Arg("input", () => SaveSearchInput, { description: "What to keep." }) input: SaveSearchInput,
  ): Promise<SavedSearchRow> {
    return this.searches.save(ctx.viewer, input);
  }

  @Allow("borrower:own")
  @Mutation(() => SavedSearch, { description: "Renames a saved search, or turns its alerts on or off." })
  changeSavedSearch(
    @Ctx() ctx: Context,
    @Arg("input", () => ChangeSavedSearchInput, { description: "What to change." }) input: ChangeSavedSearchInput,
  ): Promise<SavedSearchRow> {
    return this.searches.change(ctx.viewer, input.savedSearchId, input);
  }

  @Allow("borrower:own")
  @Mutation(() => SavedSearch, { description: "Opens a saved search: what it answers now counts as seen." })
  openSavedSearch(
    @Ctx() ctx: Context,
    @Arg("input", () => OpenSavedSearchInput, { description: "Which." }) input: OpenSavedSearchInput,
  ): Promise<SavedSearchRow> {
    return this.searches.open(ctx.viewer, input.savedSearchId);
  }

  @Allow("borrower:own")
  @Mutation(() => ID, { description: "Deletes a saved search; answers its id." })
  deleteSavedSearch(
    @Ctx() ctx: Context,
    @Arg("input", () => DeleteSavedSearchInput, { description: "Which." }) input: DeleteSavedSearchInput,
  ): Promise<string> {
    return this.searches.remove(ctx.viewer, input.savedSearchId);
  }

  @FieldResolver(() => SavedSearchFilter, { description: "What it narrows by." })
  filter(@Root() row: SavedSearchRow): ProductFilter {
    return this.searches.filterOf(row);
  }

  @FieldResolver(() => Int, { description: "How many products answer it now. Exact." })
  hitCount(@Root() row: SavedSearchRow): number {
    return this.searches.countOf(row);
  }

  @FieldResolver(() => SavedSearchChanges, { description: "What has happened since it was last opened." })
  changes(@Root() row: SavedSearchRow): SearchChanges {
    return this.searches.changesOf(row);
  }
}
