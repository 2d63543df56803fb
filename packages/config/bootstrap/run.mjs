import { launch } from "./launch.mjs";

const [task = ""] = process.argv.slice(2);
await launch(`Daichao: ${task}`, "task.mjs");
