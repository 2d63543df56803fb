/** The limit: node:http answering fixed bytes. `argv[2]` is the file with them. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const bytes = readFileSync(process.argv[2] ?? "");
createServer((request, response) => {
  request.resume();
  response
    .writeHead(200, { "content-type": "application/json; charset=utf-8", "content-length": bytes.length })
    .end(bytes);
}).listen(Number(process.env.PORT), "127.0.0.1");
