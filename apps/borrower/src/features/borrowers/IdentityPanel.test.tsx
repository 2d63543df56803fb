import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { IdentityPanel_BorrowerFragment, IdentityReadingQuery } from "../../gql/graphql.ts";
import accountEn from "../../lib/account/messages/en-US.json";
import accountZh from "../../lib/account/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { IdentityPanel } from "./IdentityPanel.tsx";
import type { ReadFact } from "./useIdentityReading.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const own = { "zh-CN": { ...publicZh, ...accountZh }, "en-US": { ...publicEn, ...accountEn } };
type Locale = keyof typeof own;
const locales: readonly Locale[] = ["zh-CN", "en-US"];
type Document = NonNullable<NonNullable<IdentityReadingQuery["viewer"]>["borrower"]>["documents"][number];
type State = NonNullable<Document["reading"]>["state"];

const nobody: IdentityPanel_BorrowerFragment = {
  __typename: "Borrower",
  id: "b1",
  nameMasked: null,
  phoneMasked: "138****0001",
  identityNumberMasked: null,
  isIdentityVerified: false,
  identityVerifiedAt: null,
};
const verified: IdentityPanel_BorrowerFragment = {
  ...nobody,
  nameMasked: "林**",
  identityNumberMasked: "110105********0022",
  isIdentityVerified: true,
  identityVerifiedAt: "2026-11-22T06:00:00Z",
};

const trueNumber = "110105199103070022";
// One digit taken for its neighbour: the check digit does not fit any more.
const misreadNumber = "110105199103070032";

const fact = (field: ReadFact["field"], value: string, more: Partial<ReadFact> = {}): ReadFact => ({
  __typename: "ReadFact",
  field,
  value,
  confidence: 98,
  isUncertain: false,
  isSound: true,
  isLapsed: false,
  ...more,
});
const name = fact("NAME", "林晓雨");

const photo = (kind: Document["kind"], state: State, facts: readonly ReadFact[] = []): Document => ({
  __typename: "Document",
  id: kind,
  kind,
  state: "ACCEPTED",
  fileName: "card.jpg",
  sizeBytes: 1_024,
  reading: { __typename: "DocumentReading", state, facts: [...facts] },
});
const front = (state: State, ...facts: ReadFact[]) => photo("IDENTITY_FRONT", state, facts);

const accepted: ReturnType<typeof refusal> = { data: { verifyIdentity: verified } };

/** The form of somebody not verified yet; `documents` is what became of their photos each time it is asked. */
async function open(documents: () => readonly Document[] | Error, locale: Locale = "zh-CN", verdict = accepted) {
  const asked = { times: 0 };
  const claims: unknown[] = [];
  const client = createTestClient({
    IdentityReading: () => {
      asked.times += 1;
      const answer = documents();
      if (answer instanceof Error) return answer;
      const person = { __typename: "Borrower", id: "b1", documents: answer };
      return { data: { viewer: { __typename: "Viewer", id: "v1", borrower: person } } };
    },
    VerifyIdentity: ({ input }) => {
      claims.push(input);
      return verdict;
    },
  });
  render(
    <TestTexts own={own} locale={locale}>
      <ClientProvider client={client}>
        <IdentityPanel borrower={nobody} />
      </ClientProvider>
    </TestTexts>,
  );
  await pass(50);
  const words = (key: keyof typeof accountZh, values = {}): string => createTestI18n(locale, own).i18n._(key, values);
  const box = (key: keyof typeof accountZh) => screen.getByLabelText(words(key)) as HTMLInputElement;
  return {
    asked,
    claims,
    words,
    box,
    /** What belongs to a box: where its value comes from, or what is wrong with it. */
    saidAt: (key: keyof typeof accountZh) =>
      box(key)
        .getAttribute("aria-describedby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent)
        .join("") ?? "",
    async submits() {
      fireEvent.click(screen.getByRole("button", { name: words("identity.submit") }));
      await pass(50);
    },
    write(key: keyof typeof accountZh, value: string) {
      fireEvent.change(box(key), { target: { value } });
    },
  };
}
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const status = () => screen.getByRole("status").textContent;

/** Whatever the reader did, name and number can be typed and go out as typed. */
async function typesByHand({ write, submits, claims }: Awaited<ReturnType<typeof open>>) {
  write("identity.name", "林晓雨");
  write("identity.number", trueNumber);
  await submits();
  expect(claims).toEqual([{ name: "林晓雨", identityNumber: trueNumber }]);
}

test.each(locales)(
  "2-26 B-09: a reader that takes over 12 seconds is said to be slow, and nobody has to wait for it to type (%s)",
  async (locale) => {
    const form = await open(() => [front("PENDING")], locale);
    const { asked, words, write, box } = form;
    expect(status()).toBe(words("reading.PENDING"));
    write("identity.name", "林");
    await pass(11_000);
    expect(status()).toBe(words("reading.PENDING"));
    expect(asked.times).toBeGreaterThan(5);
    await pass(2_000);
    expect(status()).toBe(words("reading.SLOW"));
    expect(box("identity.name").value).toBe("林");
    await typesByHand(form);
  },
);

test("2-26: what a slow reader reads after all still comes into the boxes", async () => {
  const world: { photos: readonly Document[] } = { photos: [front("PENDING")] };
  const { words, box } = await open(() => world.photos);
  await pass(13_000);
  expect(status()).toBe(words("reading.SLOW"));
  world.photos = [front("READ", name)];
  await pass(6_000);
  expect(status()).toBe(words("reading.READ"));
  expect(box("identity.name").value).toBe("林晓雨");
});

test("2-26: what is read while it is being waited for comes into the boxes, but not over what was typed", async () => {
  const world: { photos: readonly Document[] } = { photos: [front("PENDING")] };
  const { words, box, write, saidAt } = await open(() => world.photos);
  write("identity.name", "林小雨");
  world.photos = [front("READ", name, fact("IDENTITY_NUMBER", trueNumber))];
  await pass(1_500);
  expect(status()).toBe(words("reading.READ"));
  expect(box("identity.number").value).toBe(trueNumber);
  expect(saidAt("identity.number")).toBe(words("reading.taken", { confidence: 98 }));
  expect(box("identity.name").value).toBe("林小雨");
  expect(saidAt("identity.name")).toContain(words("reading.differs", { value: "林晓雨" }));
  fireEvent.click(screen.getByRole("button", { name: words("reading.take") }));
  expect(box("identity.name").value).toBe("林晓雨");
});

test.each(locales)("2-26 B-09: a reader that does not answer stops nobody (%s)", async (locale) => {
  const form = await open(() => [front("UNAVAILABLE")], locale);
  expect(status()).toBe(form.words("reading.UNAVAILABLE"));
  expect([form.box("identity.name").value, form.box("identity.number").value]).toEqual(["", ""]);
  await typesByHand(form);
});

test.each(locales)(
  "2-26 B-09: a photo off which nothing could be read is said so, and can be typed instead (%s)",
  async (locale) => {
    const form = await open(() => [front("UNREADABLE")], locale);
    expect(status()).toBe(form.words("reading.UNREADABLE"));
    await typesByHand(form);
  },
);

test.each(locales)(
  "2-26: a value the reader is unsure of is offered with how sure it is, to be compared, and can be corrected (%s)",
  async (locale) => {
    const unsure = fact("IDENTITY_NUMBER", trueNumber, { confidence: 58, isUncertain: true });
    const form = await open(() => [front("READ", name, unsure)], locale);
    const { words, box, saidAt, write } = form;
    expect(status()).toBe(words("reading.READ"));
    expect(box("identity.number").value).toBe(trueNumber);
    expect(saidAt("identity.number")).toBe(words("reading.uncertain", { confidence: 58 }));
    expect(saidAt("identity.name")).toBe(words("reading.taken", { confidence: 98 }));
    const other = "110105199001010053";
    write("identity.number", other);
    expect(saidAt("identity.number")).toContain(words("reading.differs", { value: trueNumber }));
    await form.submits();
    expect(form.claims).toEqual([{ name: "林晓雨", identityNumber: other }]);
  },
);

test.each(locales)(
  "2-26 B-09: a number read off the front that fails its check digit is never put into the box, and is said to be misread (%s)",
  async (locale) => {
    const lie = fact("IDENTITY_NUMBER", misreadNumber, { isSound: false });
    const form = await open(() => [front("READ", name, lie)], locale);
    const { words, box, saidAt, submits, claims } = form;
    expect(box("identity.name").value).toBe("林晓雨");
    expect(box("identity.number").value).toBe("");
    expect(saidAt("identity.number")).toBe(words("reading.misread"));
    expect(document.body.textContent).not.toContain(misreadNumber);
    await submits();
    expect(claims).toEqual([]);
    expect(saidAt("identity.number")).toContain(words("identity.numberWrong"));
    await typesByHand(form);
  },
);

test.each(locales)(
  "2-26: a reading that cannot be fetched leaves the form to be filled by hand (%s)",
  async (locale) => {
    const form = await open(() => new TypeError("Failed to fetch"), locale);
    expect(status()).toBe(form.words("reading.hint"));
    await typesByHand(form);
  },
);

test.each(locales)("2-26: a card past its last day is said to be lapsed, from the back (%s)", async (locale) => {
  const last = fact("VALID_UNTIL", "2020-01-01", { isLapsed: true });
  const { words, box } = await open(() => [photo("IDENTITY_BACK", "READ", [last]), front("READ", name)], locale);
  expect(status()).toBe(`${words("reading.READ")} ${words("reading.lapsed")}`);
  expect(box("identity.name").value).toBe("林晓雨");
});

test("who is not the one person they claim to be is told so at the box, and what was typed stays", async () => {
  const message = "姓名、身份证号与手机号不是同一个人的，请核对后再试（今日还可尝试 4 次）";
  const mismatch = refusal("BORROWER_IDENTITY_MISMATCH", "invalid", { message, field: "name", params: { left: 4 } });
  const form = await open(() => [], "zh-CN", mismatch);
  form.write("identity.name", "林晓雨");
  form.write("identity.number", trueNumber);
  await form.submits();
  expect(form.box("identity.name").getAttribute("aria-invalid")).toBe("true");
  expect(form.saidAt("identity.name")).toBe(message);
  expect(document.activeElement).toBe(form.box("identity.name"));
  expect([form.box("identity.name").value, form.box("identity.number").value]).toEqual(["林晓雨", trueNumber]);
});

test.each(locales)("B-14: who is verified sees name and number masked, and no box to change them (%s)", (locale) => {
  render(
    <TestTexts own={own} locale={locale}>
      <ClientProvider client={createTestClient({})}>
        <IdentityPanel borrower={verified} />
      </ClientProvider>
    </TestTexts>,
  );
  const text = document.body.textContent ?? "";
  for (const part of ["林**", "110105********0022", "138****0001"]) expect(text).toContain(part);
  expect(screen.queryAllByRole("textbox")).toEqual([]);
  expect(screen.queryAllByRole("button")).toEqual([]);
});
