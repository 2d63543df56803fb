import "@daichao/ui/reset.css";
import "@daichao/ui/tokens.css";
import "@daichao/ui/static-shell.css";
import { preferredLocale } from "@daichao/ui/i18n";
import { createRoot } from "react-dom/client";
import { Providers } from "./app/providers.tsx";
import { Router } from "./app/router.tsx";
import { startTexts } from "./lib/texts.ts";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) return;
  const texts = await startTexts(preferredLocale());
  createRoot(root).render(
    <Providers texts={texts}>
      <Router />
    </Providers>,
  );
}

void start();
