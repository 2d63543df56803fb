import { launch } from "./launch.mjs";

await launch("Daichao: running every check and test.", "verify.mjs");
