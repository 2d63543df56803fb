import { defineEvent } from "../../kernel/events/index.js";

interface ListingFacts extends Record<string, unknown> {
  readonly productId: string;
  readonly versionId: string;
}

/** What happened to a product's listing. The subject is the product, the audience its institution and the platform. */
export const listingEvents = {
  /** A draft was created or changed, or came back from review (with the checker's reason). */
  drafted: defineEvent<ListingFacts & { reason?: string }>("listing.drafted"),
  submitted: defineEvent<ListingFacts>("listing.submitted"),
  published: defineEvent<ListingFacts & { number: number }>("listing.published"),
  suspended: defineEvent<ListingFacts & { reason: string }>("listing.suspended"),
  resumed: defineEvent<ListingFacts & { reason: string }>("listing.resumed"),
  unpublished: defineEvent<ListingFacts & { reason: string }>("listing.unpublished"),
};
