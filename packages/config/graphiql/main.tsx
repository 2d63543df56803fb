import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { examples } from "./examples.ts";

const endpoint = new URL("/graphql", location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

const fetcher = createGraphiQLFetcher({
  url: endpoint.href,
  // Another site cannot set a custom header on a request that carries our cookie.
  headers: { "x-daichao-csrf": "1" },
  wsClient: createClient({ url: socket.href }),
});
const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[explorerPlugin(), HISTORY_PLUGIN]}
    defaultTabs={examples}
    isHeadersEditorEnabled
    shouldPersistHeaders={false}
    forcedTheme="light"
  />,
);
