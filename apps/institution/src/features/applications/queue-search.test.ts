import { expect, it } from "vitest";
import { isNarrowed, queueFilter, queueParams, readQueue } from "./queue-search.ts";

const read = (query: string) => readQueue(new URLSearchParams(query));

it("without anything in the address the queue shows what waits for review, most urgent first", () => {
  const search = read("");
  expect(search).toMatchObject({ view: "review", sort: "DUE_FIRST", isMine: false });
  expect(queueFilter(search).states).toEqual(["SUBMITTED", "SCREENING", "UNDER_REVIEW", "NEED_MORE_INFO"]);
  expect(isNarrowed(search)).toBe(false);
});

it("an address pasted by a colleague gives the same queue", () => {
  const search = read("view=all&state=APPROVED&outcome=REFER&mine=1&q=DA2026&sort=NEWEST");
  expect(queueFilter(search)).toEqual({ states: ["APPROVED"], outcome: "REFER", assignedToMe: true, text: "DA2026" });
  const again = new URLSearchParams(
    Object.entries(queueParams(search)).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  expect(readQueue(again)).toEqual(search);
});

it("a state that is not of the view, or none at all, narrows nothing", () => {
  expect(read("view=ended&state=UNDER_REVIEW").state).toBe("");
  expect(read("state=NONSENSE&view=nowhere")).toMatchObject({ state: "", view: "review" });
});
