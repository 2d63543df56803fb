import { expect, test, vi } from "vitest";
import { OtherFile, sendOrGoOn } from "./send-document.ts";

const file = new File(["12345"], "salary.pdf", { type: "application/pdf" });
const broken = { id: "d1", kind: "INCOME_PROOF", state: "AWAITING_UPLOAD", fileName: "salary.pdf", sizeBytes: 5 };
const outcome = (id: string) => ({ id, state: "ACCEPTED", refusal: null });
const uploads = (goOn: () => Promise<ReturnType<typeof outcome>>) => ({
  send: vi.fn(async () => outcome("new")),
  goOn: vi.fn(goOn),
});

test("B-09: the same file chosen again goes on; another kind, name, length or state is a new document", async () => {
  const both = uploads(async () => outcome("d1"));
  expect((await sendOrGoOn(both, [broken])("INCOME_PROOF", file, {})).id).toBe("d1");
  const others = [{ kind: "OTHER" }, { fileName: "wages.pdf" }, { sizeBytes: 6 }, { state: "ACCEPTED" }];
  for (const other of others)
    expect((await sendOrGoOn(both, [{ ...broken, ...other }])("INCOME_PROOF", file, {})).id).toBe("new");
  expect(both.goOn).toHaveBeenCalledTimes(1);
});

test("B-09: another file of that name and length is sent as a new document; a broken line stays a broken line", async () => {
  const other = uploads(() => Promise.reject(new OtherFile("salary.pdf")));
  expect((await sendOrGoOn(other, [broken])("INCOME_PROOF", file, {})).id).toBe("new");
  const lost = uploads(() => Promise.reject(new TypeError("lost")));
  await expect(sendOrGoOn(lost, [broken])("INCOME_PROOF", file, {})).rejects.toThrow("lost");
  expect(lost.send).not.toHaveBeenCalled();
});
