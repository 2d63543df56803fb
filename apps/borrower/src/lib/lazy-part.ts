import type { Catalogues } from "@daichao/ui/i18n";
import type { ComponentType } from "react";
import { lazy } from "react";
import { addTexts } from "./texts.ts";

/** A part and its texts, fetched together. */
export async function partWithTexts<Part>(load: () => Promise<Part>, texts: Catalogues): Promise<Part> {
  const [part] = await Promise.all([load(), addTexts(texts)]);
  return part;
}

/** A part that comes with its texts once it is drawn; pages that the public sees first hold such parts back. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>, texts: Catalogues) {
  return lazy(async () => ({ default: await partWithTexts(load, texts) }));
}
