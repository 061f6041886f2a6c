// What the gateway keeps (conversations, boards, links), in memory, in the form that docs/api.md gives it. A query says
// by its `fixture` which stored answer it has.
let ids = 0;
const newId = (letter) => `${letter}${(++ids).toString(36).padStart(8, "0")}`;

/**
 * @param stored the stored answers by the names of their files
 * @param titles the boards that are there already
 */
export function stateOf(stored, titles) {
  const names = new Map([...stored].map(([name, { traceId }]) => [traceId, name]));
  const queryOf = ({ query, traceId }) => ({ ...query, fixture: names.get(traceId) });
  const threads = new Map();
  const boards = new Map();
  const links = new Map();
  for (const title of titles) {
    const id = newId("b");
    boards.set(id, { id, title, version: 1, refreshSeconds: 0, updatedAt: new Date().toISOString(), tiles: [] });
  }

  const problem = (status, code, detail) => ({ status, body: { status, code, detail, traceId: "fixture" } });
  const found = (thing) => (thing === undefined ? problem(404, "NOT_FOUND", "Not there") : { status: 200, body: thing });

  function asked({ question, conversationId }, answer) {
    const id = threads.has(conversationId) ? conversationId : newId("t");
    const thread = threads.get(id) ?? { id, title: question, updatedAt: "", turns: [] };
    const now = new Date().toISOString();
    thread.updatedAt = now;
    thread.turns.push({
      number: thread.turns.length + 1,
      question,
      askedAt: now,
      asOf: now,
      lang: answer.language,
      status: answer.status,
      text: answer.text ?? answer.clarification?.question ?? "",
      ...(answer.status === "answered" && { query: queryOf(answer) }),
      ...(answer.interpretation && { reading: answer.interpretation.text }),
    });
    threads.set(id, thread);
    return { ...answer, ...(answer.status === "answered" && { query: queryOf(answer) }), conversationId: id };
  }

  const summary = ({ id, title, updatedAt, turns }) => ({ id, title, updatedAt, turns: turns.length });

  function onThreads(method, id, url, body) {
    const thread = threads.get(id);
    if (id === undefined) {
      const before = url.searchParams.get("before");
      const all = [...threads.values()]
        .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
        .filter(({ updatedAt }) => before === null || updatedAt < before);
      return { status: 200, body: { threads: all.slice(0, Number(url.searchParams.get("limit"))).map(summary) } };
    }
    if (thread !== undefined && method === "PATCH") {
      thread.title = body.title;
    }
    if (method === "DELETE") {
      return { status: threads.delete(id) ? 204 : 404 };
    }
    return found(thread);
  }

  function onBoards(method, id, what, url, body) {
    const lang = url.searchParams.get("lang") ?? "zh";
    const now = new Date().toISOString();
    if (id === undefined && method === "GET") {
      const list = [...boards.values()].map((board) => ({ ...summary({ ...board, turns: [] }), tiles: board.tiles.length }));
      return { status: 200, body: { boards: list, templates: TEMPLATES[lang] } };
    }
    if (id === undefined) {
      const made = { id: newId("b"), title: body.title, version: 1, refreshSeconds: 0, updatedAt: now, tiles: [] };
      if (body.template !== undefined) {
        const template = TEMPLATES[body.lang].find(({ name }) => name === body.template);
        made.title = template.title;
        made.tiles = TILES[body.lang].map((tile, i) => ({ id: `i${i}`, ...tile }));
      }
      boards.set(made.id, made);
      return { status: 201, body: made };
    }
    const board = boards.get(id);
    if (board === undefined) {
      return found(undefined);
    }
    if (what === "tiles") {
      const y = Math.max(0, ...board.tiles.map((tile) => tile.y + tile.h));
      board.tiles.push({ id: newId("i"), title: body.title, query: body.query, x: 0, y, w: 6, h: 4 });
      board.version += 1;
      return { status: 201, body: board };
    }
    if (method === "PUT") {
      if (body.version !== board.version) {
        return problem(409, "STALE_BOARD", "Changed elsewhere");
      }
      const { period: _, ...rest } = board;
      boards.set(id, { ...rest, ...body, version: board.version + 1, updatedAt: now });
      return { status: 200, body: boards.get(id) };
    }
    if (method === "DELETE") {
      boards.delete(id);
      return { status: 204 };
    }
    return found(board);
  }

  function onLinks(method, id, body) {
    if (method === "POST") {
      const made = newId("a");
      links.set(made, { ...body, createdAt: new Date().toISOString() });
      return { status: 201, body: { id: made } };
    }
    return found(links.get(id));
  }

  return {
    asked,
    reply(method, url, body) {
      const [, , , kind, id, what] = url.pathname.split("/");
      switch (kind) {
        case "threads":
          // Tests put conversations there that took place earlier.
          if (method === "PUT") {
            threads.set(id, body);
            return { status: 204 };
          }
          return onThreads(method, id, url, body);
        case "boards":
          return onBoards(method, id, what, url, body);
        case "links":
          return onLinks(method, id, body);
        default:
          return undefined;
      }
    },
  };
}

const TEMPLATES = {
  zh: [
    { name: "daily", title: "每日总览", description: "成交、订单、访客与转化，一屏看完昨天。" },
    { name: "retention", title: "留存", description: "新老用户回来了多少，按周同期群。" },
    { name: "funnel", title: "漏斗流失", description: "从浏览到支付，哪一步流失最多。" },
    { name: "segments", title: "用户分群", description: "RFM 各群的人数与贡献。" },
    { name: "campaign", title: "大促复盘", description: "大促期间的成交、客单与渠道。" },
  ],
  en: [
    { name: "daily", title: "Daily overview", description: "Sales, orders, visitors and conversion: yesterday on one screen." },
    { name: "retention", title: "Retention", description: "How many come back, by weekly cohorts." },
    { name: "funnel", title: "Funnel loss", description: "From view to payment: where most are lost." },
    { name: "segments", title: "User segments", description: "How large each RFM group is and what it brings." },
    { name: "campaign", title: "Campaign", description: "Sales, basket and channels of a campaign." },
  ],
};

const TILES = {
  zh: [
    { title: "昨天的订单", query: { fixture: "number-zh" }, x: 0, y: 0, w: 4, h: 3 },
    { title: "近30天每天的GMV", query: { fixture: "trend-zh" }, x: 4, y: 0, w: 8, h: 4 },
    { title: "上个月各省GMV前五", query: { fixture: "ranking-zh" }, x: 0, y: 3, w: 4, h: 5 },
    { title: "各渠道支付金额占比", query: { fixture: "donut-zh" }, x: 4, y: 4, w: 4, h: 4 },
    { title: "近30天 浏览→加购→支付 漏斗", query: { fixture: "funnel-zh" }, x: 8, y: 4, w: 4, h: 4 },
    { title: "新用户周留存", query: { fixture: "cohorts-zh" }, x: 0, y: 8, w: 12, h: 5 },
  ],
  en: [
    { title: "Orders yesterday", query: { fixture: "number-en" }, x: 0, y: 0, w: 4, h: 3 },
    { title: "Paid amount by channel and month", query: { fixture: "stacked-en" }, x: 4, y: 0, w: 8, h: 4 },
    { title: "Top 5 provinces by GMV last month", query: { fixture: "ranking-en" }, x: 0, y: 3, w: 4, h: 5 },
    { title: "Visitors and conversion by province", query: { fixture: "scatter-en" }, x: 4, y: 4, w: 4, h: 4 },
    { title: "Search to order by device", query: { fixture: "funnel-en" }, x: 8, y: 4, w: 4, h: 4 },
    { title: "Weekly retention by gender", query: { fixture: "curves-en" }, x: 0, y: 8, w: 12, h: 5 },
  ],
};
