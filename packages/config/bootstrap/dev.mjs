import { launch } from "./launch.mjs";

await launch("Daichao: starting for development.", "develop.mjs");
