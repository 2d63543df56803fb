/** From the moment a consent is taken back, a lender has nothing: not by asking, not by listening, not by a link it holds. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import { mutation } from "./kit/world-documents.js";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

it("2-19: withdrawn while under review, the lender's page, its live updates and the file link it holds end at once", async () => {
  const productId = await world.publishes("A");
  const borrower = await world.borrower().isReady();
  const reviewer = await world.reviewer("A");
  const [application] = await borrower.submits([productId]);
  const id = application?.id ?? "";
  await until(
    () => reviewer.application(id),
    ({ state }) => state === "UNDER_REVIEW",
  );
  const seen = await reviewer.run<{ application: { documents: { id: string }[]; consent: { id: string } } }>(
    "query One($id: ID!) { application(id: $id) { id documents { id } consent { id } } }",
    { id },
  );
  const documentId = seen.application.documents[0]?.id ?? "";
  const opens = () =>
    reviewer.run<{ openDocument: { url: string } }>(mutation("openDocument", "url"), {
      input: { documentId, applicationId: id, purpose: "IDENTITY_REVIEW" },
    });
  const { url } = (await opens()).openDocument;
  expect((await reviewer.caller.send(url, { method: "GET" })).status).toBe(200);
  const hearing = await reviewer.watchesQueue();

  await borrower.run(mutation("withdrawConsent", "id isStanding"), {
    input: { consentId: seen.application.consent.id },
  });
  expect((await borrower.application(id)).state).toBe("WITHDRAWN");
  await expect(reviewer.application(id)).rejects.toThrow(/NOT_FOUND/);
  await expect(opens()).rejects.toThrow(/NOT_FOUND/);
  expect((await reviewer.seesQueue()).some((row) => row.id === id)).toBe(false);
  expect((await reviewer.caller.send(url, { method: "GET" })).status).toBe(404);

  // The next thing the page hears is of another application: of this one nothing has come.
  const [other] = await (await world.borrower().isReady()).submits([productId]);
  await hearing.next((told) => told.id === other?.id);
  expect(hearing.heard.filter((told) => told.id === id && told.state === "WITHDRAWN")).toEqual([]);
  hearing.end();
}, 60_000);
