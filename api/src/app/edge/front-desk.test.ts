import { Agent, createServer, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openFrontDesk } from "./front-desk.js";

const KEPT = '{"query":"kept"}';
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const behind = createServer((incoming, response) => {
  let body = "";
  incoming.on("data", (chunk: Buffer) => {
    body += chunk.toString();
  });
  incoming.on("end", () => response.end(`routed ${body}`));
});
openFrontDesk(behind, (text, language) => (text === KEPT ? Buffer.from(`kept for ${language}`) : undefined));
beforeAll(() => new Promise<void>((done) => behind.listen(0, "127.0.0.1", done)));
afterAll(() => {
  agent.destroy();
  behind.close();
});
const port = () => (behind.address() as AddressInfo).port;

function ask(body: string, headers: Record<string, string> = {}, method = "POST"): Promise<string> {
  return new Promise((done, failed) => {
    const asking = request(
      {
        port: port(),
        host: "127.0.0.1",
        agent,
        method,
        path: "/graphql",
        headers: {
          "content-type": "application/json",
          "accept-language": "en",
          "content-length": Buffer.byteLength(body),
          ...headers,
        },
      },
      (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on("end", () => done(text));
      },
    );
    asking.on("error", failed);
    asking.end(body);
  });
}

test("a guest's repeated question is answered at the desk, anything else by the router with its whole body", async () => {
  const other = `{"query":"${"装修".repeat(100)}"}`;
  const large = `{"query":"${"x".repeat(100_000)}"}`;
  // All on one connection, one after the other.
  expect(await ask(KEPT)).toBe("kept for en");
  expect(await ask(other)).toBe(`routed ${other}`);
  expect(await ask(KEPT)).toBe("kept for en");
  expect(await ask(large)).toBe(`routed ${large}`);
  expect(await ask("")).toBe("routed ");
  expect(await ask(KEPT)).toBe("kept for en");
});

test.each([
  ["a cookie", { cookie: "daichao-borrower=token" }],
  ["a key", { authorization: "Bearer dck_test" }],
  ["another kind of body", { "content-type": "text/plain" }],
])("a question with %s is the router's", async (_what, headers) => {
  expect(await ask(KEPT, headers)).toBe(`routed ${KEPT}`);
});

test("a body that comes in pieces is the router's, and whole", async () => {
  const socket = connect(port(), "127.0.0.1");
  const answer = new Promise<string>((done) => socket.on("data", (chunk) => done(chunk.toString())));
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${KEPT.length}\r\n\r\n`,
  );
  socket.write(KEPT.slice(0, 5));
  await new Promise((done) => setTimeout(done, 50));
  socket.write(KEPT.slice(5));
  expect(await answer).toContain(`routed ${KEPT}`);
  socket.destroy();
});
