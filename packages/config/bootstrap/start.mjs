import { launch } from "./launch.mjs";

await launch("Daichao: starting.", "serve.mjs");
