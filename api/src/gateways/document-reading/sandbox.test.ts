import { identityCheckDigit } from "@daichao/finance";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { createSandboxDocumentReading } from "./sandbox.js";
import { drawSpecimen } from "./specimen.js";

const numberWith = (sequence: string) => {
  const stem = `11010519900101${sequence}`;
  return stem + identityCheckDigit(stem);
};
const person = { name: "林晓雨", identityNumber: "110105199103070022" };
const reader = createSandboxDocumentReading({ timeoutMs: 150 });
const valuesOf = async (bytes: Buffer, side: "FRONT" | "BACK" = "FRONT") => {
  const { values } = await reader.readCard({ bytes, side, key: "test" });
  return Object.fromEntries(values.map(({ field, value, confidence }) => [field, { value, confidence }]));
};

describe("the sandbox's reader of identity cards", () => {
  it("2-26: reads name and number off a specimen, saved anew and smaller all the same, and is the less sure the worse it is", async () => {
    const clear = await drawSpecimen("FRONT", person);
    const sharpOne = await valuesOf(clear);
    expect(sharpOne).toMatchObject({ NAME: { value: person.name }, IDENTITY_NUMBER: { value: person.identityNumber } });
    expect(sharpOne.IDENTITY_NUMBER?.confidence).toBeGreaterThanOrEqual(95);
    const smaller = await valuesOf(await sharp(clear).resize({ width: 820 }).jpeg({ quality: 80 }).toBuffer());
    expect(smaller.IDENTITY_NUMBER?.value).toBe(person.identityNumber);
    const smeared = await valuesOf(await sharp(clear).blur(1.6).jpeg({ quality: 70 }).toBuffer());
    expect(smeared.IDENTITY_NUMBER?.value).toBe(person.identityNumber);
    expect(smeared.IDENTITY_NUMBER?.confidence ?? 100).toBeLessThan(sharpOne.IDENTITY_NUMBER?.confidence ?? 0);
    expect(await valuesOf(await drawSpecimen("BACK", person), "BACK")).toMatchObject({
      VALID_UNTIL: { value: "2036-06-30" },
    });
  });

  it("2-26: reads nothing off the other side, off any other picture, and off what is no picture", async () => {
    expect(await valuesOf(await drawSpecimen("BACK", person), "FRONT")).toEqual({});
    const plain = await sharp({ create: { width: 640, height: 420, channels: 3, background: "#eee" } })
      .png()
      .toBuffer();
    expect(await valuesOf(plain)).toEqual({});
    expect(await valuesOf(Buffer.from("no picture"))).toEqual({});
  });

  it("2-26: lies, doubts, is slow and is down for the planted numbers", async () => {
    const read = async (sequence: string) =>
      valuesOf(await drawSpecimen("FRONT", { name: "周海", identityNumber: numberWith(sequence) }));
    const misread = await read("913");
    expect(misread.IDENTITY_NUMBER?.value).not.toBe(numberWith("913"));
    expect((await read("911")).IDENTITY_NUMBER?.confidence).toBe(58);
    const other = (await read("915")).IDENTITY_NUMBER?.value ?? "";
    expect(other.slice(17)).toBe(identityCheckDigit(other.slice(0, 17)));
    for (const sequence of ["903", "905"]) await expect(read(sequence)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});
