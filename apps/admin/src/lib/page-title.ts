import { useEffect } from "react";
import { useT } from "./texts.ts";

/** Names the browser's tab after the page, in the language of the page. */
export function usePageTitle(title: string | null | undefined): void {
  const t = useT();
  const brand = t("brand.full");
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
