import { randomBytes } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "@daichao/config/playwright";

/** A file as a person chooses it. */
export interface Paper {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

function chunk(type: string, body: Buffer): Buffer {
  const words = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const made = Buffer.alloc(words.length + 8);
  made.writeUInt32BE(body.length, 0);
  words.copy(made, 4);
  made.writeUInt32BE(crc32(words), words.length + 4);
  return made;
}

/** A scan: a PNG of noise, never the same twice. */
export function scan(name: string, side = 64): Paper {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const lines = Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side * 3)]));
  const buffer = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { name, mimeType: "image/png", buffer };
}

/** A photograph, as the phone's own browser writes a JPEG. */
export async function photograph(page: Page, name: string): Promise<Paper> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 320;
    canvas.height = 200;
    const brush = canvas.getContext("2d");
    for (let at = 0; brush !== null && at < 60; at += 1) {
      brush.fillStyle = `hsl(${Math.random() * 360} 60% 60%)`;
      brush.fillRect(Math.random() * 320, Math.random() * 200, 60, 40);
    }
    return canvas.toDataURL("image/jpeg", 0.8);
  });
  return { name, mimeType: "image/jpeg", buffer: Buffer.from(url.split(",")[1] ?? "", "base64") };
}

/** One page of PDF without anything to run. */
export function letter(name: string): Paper {
  const parts = [
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Note (${randomBytes(8).toString("hex")})>>`,
  ];
  let text = "%PDF-1.4\n";
  const places = parts.map((part, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj${part}endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const end = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join("")}trailer<</Size 4 /Root 1 0 R>>\nstartxref\n${end}\n%%EOF\n`;
  return { name, mimeType: "application/pdf", buffer: Buffer.from(text, "latin1") };
}
