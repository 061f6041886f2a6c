// Serves the built page with stored answers, under the gateway's content security policy: for work on the page
// without the gateway. Port by PORT (default 7071), slowness by DELAY in milliseconds.
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { act, streamTo } from "./fixture-acts.mjs";
import { questions } from "./questions.mjs";

const here = import.meta.dirname;
const page = join(here, "../target/classes/static");
const fixtures = join(here, "../src/test/fixtures");
const stored = (name) => JSON.parse(readFileSync(join(fixtures, name), "utf8"));
const answers = new Map(
  readdirSync(fixtures)
    .filter((name) => !["catalog.json", "completions.json", "query-schema.json"].includes(name))
    .map(stored)
    .map((answer) => [answer.question, answer]),
);
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

const server = createServer((request, response) => {
  response.setHeader("Content-Security-Policy", POLICY);
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
  if (path.startsWith("/api/")) {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => api(request, response, body === "" ? undefined : JSON.parse(body)));
    return;
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
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  if (pathname === "/api/v1/ask") {
    return answer(request, response, body.question);
  }
  if (pathname === "/api/v1/query") {
    const kind = body.ranking ? "ranking" : body.grain ? "trend" : "number";
    return answer(request, response, questions[searchParams.get("lang") ?? "zh"][kind]);
  }
  const done = act(request.method, pathname, searchParams, body);
  return done === undefined ? json(response, 404, { code: "NOT_FOUND", detail: pathname }) : json(response, done.status, done.body);
}

function answer(request, response, question) {
  const known = answers.get(question);
  if (known !== undefined) {
    return void streamTo(response, known, Number(process.env.DELAY ?? 120));
  }
  const detail = `No stored answer for ${question}`;
  json(response, 500, { status: 500, code: "INTERNAL", detail, traceId: "fixture" });
}

function json(response, status, body) {
  response.statusCode = status;
  response.setHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json");
  response.end(JSON.stringify(body));
}

const port = Number(process.env.PORT ?? 7071);
server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
