/** Photos of identity cards through the real upload: read, doubted, or left to the hand, and never in the way. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "./kit/caller.js";
import { openWorld, type World } from "./kit/world.js";
import type { WorldBorrower } from "./kit/world-borrower.js";

interface ReadFactView {
  readonly field: string;
  readonly value: string;
  readonly confidence: number;
  readonly isSound: boolean;
  readonly isUncertain: boolean;
  readonly agrees: boolean | null;
}
interface ReadingView {
  readonly state: string;
  readonly facts: readonly ReadFactView[];
}

const NUMBERS = {
  plain: "110105199001019007",
  slow: "110105199001019031",
  down: "110105199001019058",
  unsure: "110105199001019111",
  misread: "110105199001019138",
  other: "110105199001019154",
};

let world: World;
let li: WorldBorrower;
beforeAll(async () => {
  world = await openWorld();
  li = await world.borrower().registers();
}, 120_000);
afterAll(async () => {
  await world.booksBalance();
  await world.close();
});

const specimen = async (number: string, side = "FRONT"): Promise<Buffer> => {
  const search = new URLSearchParams({ side, name: "李强", number });
  const response = await fetch(`${world.url}/dev/specimen.png?${search}`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

/** The card handed in, and what became of it once it was read or given up. */
async function handsIn(number: string): Promise<{ state: string; reading: ReadingView }> {
  const { id, state } = await li.uploadsDocument("IDENTITY_FRONT", { bytes: await specimen(number) });
  const query = `{ viewer { borrower { documents { id state reading { state facts {
    field value confidence isSound isUncertain agrees } } } } } }`;
  interface Documents {
    readonly viewer: { readonly borrower: { readonly documents: readonly { id: string; reading: ReadingView }[] } };
  }
  const reading = await until(
    async () => (await li.run<Documents>(query)).viewer.borrower.documents.find((one) => one.id === id)?.reading,
    (found) => found !== undefined && found.state !== "PENDING",
    20_000,
  );
  if (!reading) throw new Error("nothing was said of it");
  return { state, reading };
}
const numberOn = ({ facts }: ReadingView) => facts.find(({ field }) => field === "IDENTITY_NUMBER");

describe("2-26: a photographed identity card", () => {
  it("is read, and offers name and number to its owner with how sure it is", async () => {
    const { state, reading } = await handsIn(NUMBERS.plain);
    expect([state, reading.state]).toEqual(["ACCEPTED", "READ"]);
    expect(reading.facts.map(({ field, value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ["NAME", "李强"],
        ["IDENTITY_NUMBER", NUMBERS.plain],
      ]),
    );
    expect(numberOn(reading)).toMatchObject({ isSound: true, isUncertain: false });
  });

  it("asks its owner to check what the reader is not sure of", async () => {
    const { reading } = await handsIn(NUMBERS.unsure);
    expect(numberOn(reading)).toMatchObject({ isUncertain: true });
  });

  it("says of a misread number that it can be on no card", async () => {
    const { reading } = await handsIn(NUMBERS.misread);
    expect(numberOn(reading)).toMatchObject({ isSound: false });
  });

  it("is accepted all the same while the reader is slow or down, and left to be filled by hand", async () => {
    for (const number of [NUMBERS.slow, NUMBERS.down]) {
      const { state, reading } = await handsIn(number);
      expect(state).toBe("ACCEPTED");
      expect(reading).toEqual({ state: "UNAVAILABLE", facts: [] });
    }
  }, 60_000);

  it("with another person's number on it is told apart from what was verified", async () => {
    await li.verifiesIdentity();
    const { reading } = await handsIn(NUMBERS.other);
    expect(numberOn(reading)).toMatchObject({ isSound: true, agrees: false });
  });
});
