/** The outbox page. Plain text of three files: the page's content security policy allows no inline code or style. */
export const OUTBOX_HTML = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>贷超 · 沙箱发件箱</title>
<link rel="stylesheet" href="/dev/outbox.css">
<script src="/dev/outbox.js" defer></script>
</head>
<body>
<header>
<h1>沙箱发件箱 <span lang="en">Sandbox outbox</span></h1>
<p>这里显示沙箱“发出”的短信和邮件,不会真正发送。<span lang="en">Messages the sandbox pretended to send; the page refreshes itself.</span></p>
<form><label for="to">收件人 <span lang="en">Recipient</span></label> <input id="to" name="to" inputmode="tel" autocomplete="off" placeholder="13800000001"></form>
</header>
<main aria-live="polite"><p id="empty" hidden>还没有消息 · <span lang="en">Nothing yet</span></p><ol id="messages"></ol></main>
<footer><p id="state" role="status"></p></footer>
</body>
</html>
`;

export const OUTBOX_SCRIPT = `"use strict";
const list = document.getElementById("messages");
const empty = document.getElementById("empty");
const state = document.getElementById("state");
const to = document.getElementById("to");
const time = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" });
let shown = "";

function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

function bodyOf(message) {
  const body = element("p", "body", "");
  const at = message.code ? message.body.indexOf(message.code) : -1;
  if (at < 0) body.textContent = message.body;
  else body.append(message.body.slice(0, at), element("mark", "code", message.code), message.body.slice(at + message.code.length));
  return body;
}

function show(messages) {
  const key = messages.map((message) => message.id).join();
  empty.hidden = messages.length > 0;
  if (key === shown) return;
  shown = key;
  list.replaceChildren(...messages.map((message) => {
    const item = document.createElement("li");
    const head = element("p", "head", "");
    head.append(element("span", "channel", message.channel), element("span", "to", message.to), element("time", "at", time.format(new Date(message.createdAt))));
    item.append(head);
    if (message.subject) item.append(element("p", "subject", message.subject));
    item.append(bodyOf(message));
    return item;
  }));
}

async function refresh() {
  try {
    const answer = await fetch("/dev/outbox.json?limit=50&to=" + encodeURIComponent(to.value.trim()), { headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    show((await answer.json()).messages);
    state.textContent = "";
  } catch {
    state.textContent = "连接中断,正在重试 · Connection lost, trying again";
  }
}

to.addEventListener("input", refresh);
to.form.addEventListener("submit", (event) => event.preventDefault());
setInterval(refresh, 1500);
refresh();
`;

export const OUTBOX_STYLE = `:root { color-scheme: light dark; font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; }
body { margin: 0 auto; max-width: 44rem; padding: 1rem; }
h1 { font-size: 1.3rem; }
h1 span, header p span, #empty span, label span { opacity: .75; font-weight: normal; }
input { font: inherit; padding: .25rem .5rem; }
ol { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: .75rem; }
li { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: .5rem; padding: .5rem .75rem; }
li p { margin: .25rem 0; overflow-wrap: anywhere; }
.head { display: flex; gap: .75rem; flex-wrap: wrap; }
.at { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
.subject { font-weight: 600; }
.code { font: 700 1.3em/1 ui-monospace, monospace; padding: .1em .3em; border-radius: .25rem; letter-spacing: .1em; }
`;
