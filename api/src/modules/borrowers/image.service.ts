/** Images made anew: nothing of the sender's file survives but its pixels. */
import sharp, { type Sharp } from "sharp";
import { ContentType } from "./document.states.js";
import { watermarkTile } from "./watermark.rules.js";

/** About 7,000 by 5,700; a small file can unpack into gigabytes of pixels. */
const MAX_PIXELS = 40_000_000;
const LONGEST_SIDE = 4_000;

const encoded = (image: Sharp, type: ContentType): Promise<Buffer> =>
  (type === ContentType.PNG ? image.png({ compressionLevel: 8 }) : image.jpeg({ quality: 88 })).toBuffer();

export type CleanImage = { readonly bytes: Buffer } | { readonly fault: "BROKEN" | "TOO_MANY_PIXELS" };

/** Re-encodes an upright image without EXIF, profiles or tails; large ones shrink to 4,000 pixels. */
export async function cleanImage(bytes: Buffer, type: ContentType): Promise<CleanImage> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return { fault: "TOO_MANY_PIXELS" };
    const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true });
    return { bytes: await encoded(image, type) };
  } catch {
    return { fault: "BROKEN" };
  }
}

/** Draws the viewer's mark all over an image. */
export async function watermarked(bytes: Buffer, type: ContentType, text: string): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  const { width, height } = await image.metadata();
  const tile = Buffer.from(watermarkTile(text, { width, height }));
  return encoded(image.composite([{ input: tile, tile: true }]), type);
}
