/** Longest edge that still shows every letter of an identity card. */
const longestEdge = 2400;
const worthIt = 1024 * 1024;

/**
 * A photograph as large as its purpose needs, upright as the camera meant it. What is no photograph, is small already
 * or cannot be read here comes back as it was.
 */
export async function shrinkImage(file: File): Promise<File> {
  if (file.type !== "image/jpeg" || file.size <= worthIt || typeof createImageBitmap !== "function") return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longestEdge / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
    return blob.size < file.size ? new File([blob], file.name, { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}
