import type { Page } from "@daichao/config/playwright";

interface Refusal {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly params: Record<string, unknown> };
}

export interface Told<Data> {
  readonly data: Data | null;
  readonly refusals: readonly { readonly code: string; readonly message: string; readonly params: object }[];
}

/** What the api tells whoever is signed in on the page, past everything the page would show or hide. */
export async function asks<Data>(
  page: Page,
  app: "borrower" | "institution" | "admin",
  query: string,
  variables: Record<string, unknown>,
): Promise<Told<Data>> {
  const answer = await page.request.post("/graphql", {
    headers: { "x-app": app, "x-daichao-csrf": "1" },
    data: { query, variables },
  });
  const { data = null, errors = [] } = (await answer.json()) as { data?: Data | null; errors?: Refusal[] };
  return {
    data,
    refusals: errors.map(({ message, extensions: { code, params } }) => ({ code, message, params })),
  };
}
