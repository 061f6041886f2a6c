// Serves the built page with stored answers, under the gateway's content security policy: for work on the page
// without the gateway. Port by PORT (default 7071), slowness by DELAY in milliseconds.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { act, streamTo } from "./fixture-acts.mjs";
import { questions } from "./questions.mjs";
import { stateOf } from "./fixture-state.mjs";

const here = import.meta.dirname;
const page = join(here, "../target/classes/static");
const fixtures = join(here, "../src/test/fixtures");
const stored = (name) => JSON.parse(readFileSync(join(fixtures, name), "utf8"));
const byName = new Map(
  readdirSync(fixtures)
    .filter((name) => !["catalog.json", "completions.json", "query-schema.json"].includes(name))
    .map((name) => [name.replace(".json", ""), stored(name)]),
);
const answers = new Map([...byName.values()].map((answer) => [answer.question, answer]));
// What the browser tests ask, answered by the stored answer of the same kind.
for (const [lang, asked] of Object.entries(questions)) {
  const kinds = { ranking: "ranking", trend: "trend", number: "number", unclear: "clarify", impossible: "declined" };
  for (const [kind, name] of Object.entries(kinds)) {
    answers.set(asked[kind], stored(`${name}-${kind === "trend" ? "zh" : lang}.json`));
  }
}
const TYPES = { ".html": "text/html;charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// Conversations, boards and links, in memory; a test that sends the header has its own.
const states = new Map();
const stateFor = (request) => {
  const name = request.headers["x-fixture-state"] ?? "";
  if (!states.has(name)) {
    // Who names none finds a board that is there already.
    states.set(name, stateOf(byName, name === "" ? ["每日经营"] : []));
  }
  return states.get(name);
};

// As `serve --frame-ancestors` says it; here by FRAME_ANCESTORS.
const framers = process.env.FRAME_ANCESTORS ?? "'none'";

const server = createServer((request, response) => {
  response.setHeader("Content-Security-Policy", POLICY.replace("frame-ancestors 'none'", `frame-ancestors ${framers}`));
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/api/v1/catalog") {
    return json(response, 200, stored("catalog.json"));
  }
  if (path === "/api/v1/completions") {
    return json(response, 200, stored("completions.json"));
  }
  if (path === "/api/v1/feedback") {
    response.statusCode = 204;
    return response.end();
  }
  if (path === "/health/live") {
    return json(response, 200, {});
  }
  if (path.startsWith("/api/")) {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => api(request, response, body === "" ? undefined : JSON.parse(body)));
    return;
  }
  if (path === "/examples/host.html") {
    // Somebody else's page, with a policy of its own.
    response.removeHeader("Content-Security-Policy");
    response.setHeader("Content-Type", TYPES[".html"]);
    return response.end(readFileSync(join(here, "../examples/host.html")));
  }
  const file = join(page, normalize(path === "/" ? "index.html" : path));
  try {
    const content = readFileSync(file);
    response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    response.end(content);
  } catch {
    json(response, 404, { code: "NOT_FOUND", detail: path });
  }
});

function api(request, response, body) {
  const address = new URL(request.url, "http://localhost");
  const { pathname, searchParams } = address;
  const state = stateFor(request);
  if (pathname === "/api/v1/ask") {
    return answer(request, response, answers.get(body.question), state, body);
  }
  if (pathname === "/api/v1/query") {
    const kind = body.ranking ? "ranking" : body.grain ? "trend" : "number";
    const known = byName.get(body.fixture) ?? answers.get(questions[searchParams.get("lang") ?? "zh"][kind]);
    const asked = { question: searchParams.get("question"), conversationId: searchParams.get("conversationId") };
    return answer(request, response, known, state, asked);
  }
  const done = state.reply(request.method, address, body) ?? act(request.method, pathname, searchParams, body);
  return done === undefined ? json(response, 404, { code: "NOT_FOUND", detail: pathname }) : json(response, done.status, done.body);
}

/** Step by step to who asks for that, else at once; what is asked in words or within a conversation is kept. */
function answer(request, response, known, state, asked) {
  const delay = Number(process.env.DELAY ?? 120);
  if (known === undefined) {
    const detail = `No stored answer for ${asked.question}`;
    return json(response, 500, { status: 500, code: "INTERNAL", detail, traceId: "fixture" });
  }
  const reply = asked.question == null && asked.conversationId == null ? known : state.asked({ ...asked, question: asked.question ?? "" }, known);
  if (request.headers.accept?.includes("text/event-stream")) {
    return void streamTo(response, reply, delay);
  }
  setTimeout(() => json(response, 200, reply), delay);
}

function json(response, status, body) {
  response.statusCode = status;
  response.setHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json");
  response.end(JSON.stringify(body));
}

const port = Number(process.env.PORT ?? 7071);
server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
