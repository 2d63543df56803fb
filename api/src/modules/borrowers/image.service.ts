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

const SHARPNESS_SIDE = 800;
/** Where the flat parts of the filtered picture lie, so that dark edges count like light ones. */
const GREY = 128;

/**
 * The variance of a picture's Laplacian, at one size for all: high where edges are crisp, near 0 where everything is
 * smeared. A whole number of squared grey levels.
 */
export async function sharpnessOf(picture: Buffer): Promise<number> {
  const edges = await sharp(picture, { limitInputPixels: MAX_PIXELS })
    .greyscale()
    .resize({ width: SHARPNESS_SIDE, height: SHARPNESS_SIDE, fit: "inside", withoutEnlargement: true })
    .convolve({ width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], scale: 1, offset: GREY })
    .raw()
    .toBuffer();
  let [sum, squares] = [0, 0];
  for (const level of edges) {
    sum += level;
    squares += level * level;
  }
  return Math.round(squares / edges.length - (sum / edges.length) ** 2);
}

/** Grey levels of a picture squeezed to a few pixels, row by row. */
export const levelsOf = (picture: Buffer, size: { width: number; height: number }): Promise<Buffer> =>
  sharp(picture, { limitInputPixels: MAX_PIXELS })
    .greyscale()
    .resize({ ...size, fit: "fill" })
    .raw()
    .toBuffer();

/** Draws the viewer's mark all over an image. */
export async function watermarked(bytes: Buffer, type: ContentType, text: string): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  const { width, height } = await image.metadata();
  const tile = Buffer.from(watermarkTile(text, { width, height }));
  return encoded(image.composite([{ input: tile, tile: true }]), type);
}
