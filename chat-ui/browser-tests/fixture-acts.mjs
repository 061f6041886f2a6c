// What can be done with a stored answer: chips, boards to pin to, links, verified questions, the schema of queries.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const stored = (name) => JSON.parse(readFileSync(join(import.meta.dirname, "../src/test/fixtures", name), "utf8"));
const boards = [{ id: "b1", title: "每日经营", updatedAt: "2026-07-01T10:00:00+08:00", tiles: 4 }];

/** The answer to a request; undefined where it is none of these. */
export function act(method, path, search, body) {
  switch (`${method} ${path}`) {
    case "POST /api/v1/chips":
      return { status: 200, body: chips(body, search.get("lang") ?? "zh") };
    case "GET /api/v1/query-schema.json":
      return { status: 200, body: stored("query-schema.json") };
    case "POST /api/v1/links":
      return { status: 201, body: { id: "Zk3v9QpX7mB2tY5wR8nL1c" } };
    case "GET /api/v1/boards":
      return { status: 200, body: { boards, templates: [] } };
    case "POST /api/v1/boards": {
      const board = { id: `b${boards.length + 1}`, title: body.title, updatedAt: boards[0].updatedAt, tiles: 0 };
      boards.push(board);
      return { status: 201, body: { ...board, version: 1, refreshSeconds: 0, tiles: [] } };
    }
    case "POST /api/v1/verified":
      return { status: 201, body: { state: "saved" } };
  }
  return method === "POST" && /^\/api\/v1\/boards\/[^/]+\/tiles$/.test(path) ? { status: 201, body: { tiles: [] } } : undefined;
}

function chips(query, lang) {
  const zh = lang === "zh";
  const kind = query.ranking ? "ranking" : query.grain ? "trend" : "number";
  const answer = stored(`${kind}-${kind === "trend" ? "zh" : lang}.json`);
  const names = {
    metric: zh ? ["GMV", "支付金额", "净收入", "订单数", "客单价", "下单人数"] : ["GMV", "paid amount", "net revenue", "orders", "AOV", "buyers"],
    dimension: zh ? ["省份", "城市", "渠道", "品类", "平台"] : ["province", "city", "channel", "category", "platform"],
    period: zh ? ["本月（2026-07）", "上上个月（2026-05）", "上个季度", "近 30 天", "今年"] : ["this month", "two months ago", "last quarter", "last 30 days", "this year"],
    ranking: zh ? ["前 3 名", "前 10 名", "后 5 名"] : ["top 3", "top 10", "bottom 5"],
    grain: zh ? ["按周", "按月"] : ["by week", "by month"],
  };
  const as = (label) => ({ label, query });
  return {
    chips: answer.chips.map((chip) => ({
      ...chip,
      alternatives: names[chip.part].map(as),
      ...(chip.part !== "metric" && { without: query }),
    })),
    add: [
      { part: "dimension", label: zh ? "加维度" : "Add a dimension", alternatives: names.dimension.slice(1).map(as) },
      { part: "comparison", label: zh ? "加对比" : "Compare", alternatives: (zh ? ["环比", "同比"] : ["with the period before", "with last year"]).map(as) },
      { part: "metric", label: zh ? "加指标" : "Add a metric", alternatives: names.metric.slice(1).map(as) },
    ],
  };
}

/** Sends an answer as a server does that tells its steps. */
export async function streamTo(response, answer, delay) {
  response.setHeader("Content-Type", "text/event-stream");
  const pause = () => new Promise((resolve) => setTimeout(resolve, delay / 4));
  const say = (event, data) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  const steps = [
    { step: "understood", elapsed: 3.1, text: answer.interpretation?.text ?? "" },
    ...(answer.answer === undefined
      ? []
      : [
          { step: "planned", elapsed: 6.4 },
          { step: "running", elapsed: 6.5 },
          { step: "rows", elapsed: delay, rows: answer.answer.rows.length },
        ]),
  ];
  response.write(": beat\n\n");
  for (const step of steps) {
    await pause();
    say("step", step);
  }
  say("answer", answer);
  response.end();
}
