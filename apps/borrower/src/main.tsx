import "@daichao/ui/reset.css";
import "@daichao/ui/tokens.css";
import "./app/static-shell.css";
import { preferredLocale } from "@daichao/ui/i18n";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { createBorrowerClient, Providers } from "./app/providers.tsx";
import { fetchAhead, Router } from "./app/router.tsx";
import { askWhoIsHere } from "./lib/session.tsx";
import { startTexts } from "./lib/texts.ts";

/** Lets the browser answer a touch before the next piece of work. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) return;
  const texts = startTexts(preferredLocale());
  // While the texts are on their way, and in pieces: a slow phone has better to do than wait for all of it at once.
  await pause();
  fetchAhead(location.pathname);
  await pause();
  const client = createBorrowerClient();
  await pause();
  await askWhoIsHere(client, pause);
  await pause();
  const loaded = await texts;
  startTransition(() =>
    createRoot(root).render(
      <Providers texts={loaded} client={client}>
        <Router />
      </Providers>,
    ),
  );
}

void start();
