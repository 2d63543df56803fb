import sharp from "sharp";
import { describe, expect, it } from "vitest";
import type { ContentType } from "./document.states.js";
import { checkFile } from "./document-check.service.js";
import { cleanImage, watermarked } from "./image.service.js";

const plain = (width = 320, height = 200) =>
  sharp({ create: { width, height, channels: 3, background: { r: 240, g: 240, b: 235 } } });
const jpeg = () =>
  plain()
    .withExif({ IFD0: { Artist: "SECRET-MARKER" } })
    .jpeg()
    .toBuffer();
const png = () => plain().png().toBuffer();
const pdf = (body = "") =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type /Catalog /Pages 2 0 R>>endobj\n2 0 obj<</Type /Pages /Kids[3 0 R] /Count 1>>endobj\n3 0 obj<</Type /Page${body}>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
const refusalOf = async (bytes: Buffer, type: ContentType) => {
  const checked = await checkFile(bytes, type);
  return checked.isAccepted ? null : checked.refusal;
};

describe("a received file (P-16)", () => {
  it("B-09: is accepted when it is what it says", async () => {
    expect(await refusalOf(await jpeg(), "image/jpeg")).toBeNull();
    expect(await refusalOf(await png(), "image/png")).toBeNull();
    expect(await checkFile(pdf(), "application/pdf")).toMatchObject({ isAccepted: true, pageCount: 1 });
  });

  it("B-09: is refused when its bytes are of another type than declared", async () => {
    expect(await refusalOf(await png(), "image/jpeg")).toBe("WRONG_TYPE");
    expect(await refusalOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), "image/png")).toBe("WRONG_TYPE");
    expect(await refusalOf(Buffer.from("PK\u0003\u0004zip"), "application/pdf")).toBe("WRONG_TYPE");
    expect(await refusalOf(Buffer.from("MZ\u0090program"), "image/jpeg")).toBe("WRONG_TYPE");
  });

  it("is refused when something else hides behind the picture", async () => {
    for (const tail of ["PK\u0003\u0004 archive", "<script>alert(1)</script>", "%PDF-1.7", "\u007fELF"]) {
      expect(await refusalOf(Buffer.concat([await jpeg(), Buffer.from(tail, "latin1")]), "image/jpeg")).toBe(
        "DISGUISED",
      );
      expect(await refusalOf(Buffer.concat([await png(), Buffer.from(tail, "latin1")]), "image/png")).toBe("DISGUISED");
    }
    expect(await refusalOf(Buffer.concat([pdf(), Buffer.from("PK\u0003\u0004 archive")]), "application/pdf")).toBe(
      "DISGUISED",
    );
  });

  it("is refused when it breaks off, or is a PDF with something to run", async () => {
    const whole = await jpeg();
    expect(await refusalOf(whole.subarray(0, whole.length - 40), "image/jpeg")).toBe("BROKEN");
    expect(await refusalOf((await png()).subarray(0, 60), "image/png")).toBe("BROKEN");
    expect(await refusalOf(pdf().subarray(0, 80), "application/pdf")).toBe("BROKEN");
    for (const action of ["/OpenAction 4 0 R", "/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>", "/EmbeddedFile"])
      expect(await refusalOf(pdf(action), "application/pdf")).toBe("ACTIVE_CONTENT");
  });

  it("is refused when scanners know it", async () => {
    const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}", "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
    expect(await refusalOf(pdf(`(${eicar})`), "application/pdf")).toBe("MALWARE");
  });

  it("loses EXIF and a harmless tail, and keeps its picture", async () => {
    const sent = Buffer.concat([await jpeg(), Buffer.alloc(500, 7)]);
    expect(sent.includes("SECRET-MARKER")).toBe(true);
    const checked = await checkFile(sent, "image/jpeg");
    if (!checked.isAccepted) throw new Error(checked.refusal);
    expect(checked.bytes.includes("SECRET-MARKER")).toBe(false);
    expect(await sharp(checked.bytes).metadata()).toMatchObject({ format: "jpeg", width: 320, height: 200 });
  });

  it("of more than forty million pixels is refused before it is unpacked", async () => {
    const bomb = await plain(8_000, 6_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await cleanImage(bomb, "image/png")).toEqual({ fault: "TOO_MANY_PIXELS" });
  });
});

describe("the watermark (B-09)", () => {
  it.each([
    [1_600, 1_000],
    [320, 200],
    [20, 12],
  ])("is drawn into an image of %i by %i pixels, whatever its size", async (width, height) => {
    const bytes = await plain(width, height).png().toBuffer();
    const marked = await watermarked(bytes, "image/png", "ID 0193A5F2BCDE 2026-11-22 17:05");
    expect(await sharp(marked).metadata()).toMatchObject({ width, height });
    if (width < 100) return;
    const { channels } = await sharp(marked).stats();
    expect(channels[0]?.min).toBeLessThan(200);
  });
});
