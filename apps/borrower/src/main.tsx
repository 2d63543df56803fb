import "@daichao/ui/reset.css";
import "@daichao/ui/tokens.css";
import "./app/static-shell.css";
import { preferredLocale } from "@daichao/ui/i18n";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "./app/providers.tsx";
import { fetchAhead, Router } from "./app/router.tsx";
import { startTexts } from "./lib/texts.ts";

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) return;
  // In a task of its own: each part it asks for costs a slow phone some milliseconds.
  setTimeout(() => fetchAhead(location.pathname));
  const texts = await startTexts(preferredLocale());
  // In pieces: a slow phone answers a touch between them.
  startTransition(() =>
    createRoot(root).render(
      <Providers texts={texts}>
        <Router />
      </Providers>,
    ),
  );
}

void start();
