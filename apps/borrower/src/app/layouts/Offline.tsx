import { useLocale } from "@daichao/ui/i18n";
import { useToast } from "@daichao/ui/light";
import { useEffect } from "react";
import { KeptProductsDocument, keptVariables } from "../../features/catalog/kept-products.ts";
import { keepAnswer } from "../../lib/offline/kept-answer.ts";
import { watchForVersions } from "../../lib/offline/registration.ts";
import { useT } from "../../lib/texts.ts";

const manifests = { "zh-CN": "/manifest.webmanifest", "en-US": "/manifest.en-US.webmanifest" } as const;

function useVersionToast(): void {
  const t = useT();
  const show = useToast();
  useEffect(() => {
    if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
    const tell = (take: () => void) =>
      void show({ message: t("version.new"), seconds: 0, action: { label: t("version.take"), onPress: take } });
    // Without a worker (a private window, a full disk) the app is what it was: a page that needs a network.
    watchForVersions(navigator.serviceWorker, tell, () => location.reload()).catch(() => undefined);
  }, [show]);
}

/** What the app does when nothing else is left to do: it prepares for a day without a network. Draws nothing. */
export function Offline() {
  const { locale } = useLocale();
  useVersionToast();
  useEffect(() => {
    document.querySelector('link[rel="manifest"]')?.setAttribute("href", manifests[locale]);
  }, [locale]);
  useEffect(() => {
    keepAnswer(KeptProductsDocument, keptVariables).catch(() => undefined);
  }, []);
  return null;
}
