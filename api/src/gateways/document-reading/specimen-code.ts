/**
 * The strip along the foot of a specimen card: rows of dark and light cells that say what is printed above them. It lets
 * the sandbox read a picture without a reader of type, and survives being encoded anew, shrunk or blurred a little.
 */
import { crc32 } from "node:zlib";
import sharp from "sharp";

const ROWS = 8;
const COLUMNS = 200;
const CAPACITY = (ROWS * COLUMNS) / 8;
/** The strip is this part of the picture's height, at its foot. */
const PART = 10;
const MARK = 0xdc;
const HEAD = 6;

const DARK = 24;
const LIGHT = 232;
const MIDDLE = (DARK + LIGHT) / 2;

/** The cells of a text as SVG squares; @throws RangeError on a text that does not fit. */
export function codeStrip(text: string, picture: { readonly width: number; readonly height: number }): string {
  const body = Buffer.from(text);
  if (body.length > CAPACITY - HEAD) throw new RangeError("too long for a specimen's strip");
  const bytes = Buffer.alloc(CAPACITY);
  bytes[0] = MARK;
  bytes[1] = body.length;
  bytes.writeUInt32BE(crc32(body), 2);
  body.copy(bytes, HEAD);
  const [wide, high] = [picture.width / COLUMNS, picture.height / PART / ROWS];
  const top = picture.height - picture.height / PART;
  const squares: string[] = [];
  for (let cell = 0; cell < ROWS * COLUMNS; cell += 1) {
    if (((bytes[cell >> 3] ?? 0) & (128 >> (cell & 7))) === 0) continue;
    const [x, y] = [(cell % COLUMNS) * wide, top + Math.floor(cell / COLUMNS) * high];
    squares.push(`M${x} ${y}h${wide}v${high}h-${wide}z`);
  }
  const grey = (level: number) => `rgb(${level},${level},${level})`;
  const ground = `<rect x="0" y="${top}" width="${picture.width}" height="${picture.height - top}" fill="${grey(LIGHT)}"/>`;
  return `${ground}<path d="${squares.join("")}" fill="${grey(DARK)}"/>`;
}

export interface CodeReading {
  readonly text: string;
  /** 0 to 100: how far the palest cell stands from the middle between dark and light. */
  readonly clarity: number;
}

/** The text of a picture's strip; null where there is none, or none that can be made out. */
export async function readStrip(picture: Buffer): Promise<CodeReading | null> {
  const { width, height } = await sharp(picture).metadata();
  const tall = Math.floor(height / PART);
  if (width < COLUMNS || tall < ROWS) return null;
  const region = { left: 0, top: height - tall, width, height: tall };
  const cells = await sharp(picture)
    .extract(region)
    .greyscale()
    .resize(COLUMNS * 3, ROWS * 3, { fit: "fill" })
    .raw()
    .toBuffer();
  const bytes = Buffer.alloc(CAPACITY);
  let nearest = 255;
  for (let cell = 0; cell < ROWS * COLUMNS; cell += 1) {
    const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
    const level = cells[(row * 3 + 1) * COLUMNS * 3 + column * 3 + 1] ?? 255;
    nearest = Math.min(nearest, Math.abs(level - MIDDLE));
    if (level < MIDDLE) bytes[cell >> 3] = (bytes[cell >> 3] ?? 0) | (128 >> (cell & 7));
  }
  const length = bytes[1] ?? 0;
  const body = bytes.subarray(HEAD, HEAD + length);
  if (bytes[0] !== MARK || body.length !== length || crc32(body) !== bytes.readUInt32BE(2)) return null;
  return { text: body.toString(), clarity: Math.min(100, Math.round((nearest * 100) / (MIDDLE - DARK))) };
}
