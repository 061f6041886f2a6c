import type { EChartsOption } from "echarts";
import { figure, integer } from "../answer/figures";
import { wordsIn } from "../i18n/language";
import { plainTooltip } from "./axes";
import type { FlowData, FlowNode } from "./flows";
import { type Look, markColour } from "./look";
import { rateText } from "./rates";
import { tip } from "./tooltip";

const LABEL_ROOM = 128;

/** Pages from left to right in the order of time, as high as the sessions that see them. */
export function sankey(data: FlowData, look: Look): EChartsOption {
  const w = wordsIn(look.language);
  const nodes = new Map(data.nodes.map((node) => [node.key, node]));
  const colour = (node: FlowNode) => (node.kind === "page" ? markColour(look.palette, node.colour) : look.palette.rest);
  const share = (part: number, whole: number) => (whole === 0 ? "–" : rateText(part / whole, look.language));
  return {
    tooltip: {
      ...plainTooltip(),
      trigger: "item",
      formatter: (hovered) => {
        const item = Array.isArray(hovered) ? hovered[0] : hovered;
        const { source, target, name } = (item?.data ?? {}) as { source?: string; target?: string; name?: string };
        const link = data.links.find(({ from, to }) => from.key === source && to.key === target);
        const node = nodes.get(name ?? "");
        if (link !== undefined) {
          return tip(`${link.from.name} → ${link.to.name}`, [
            { colour: colour(link.from), name: integer(link.sessions, look.language), value: share(link.sessions, data.all) },
            {
              colour: colour(link.from),
              name: w.flowShareOf(link.from.name),
              value: share(link.sessions, link.from.sessions),
            },
          ]);
        }
        return node === undefined
          ? ""
          : tip(node.name, [
              { colour: colour(node), name: w.flowShare, value: share(node.sessions, data.all) },
              { colour: colour(node), name: "", value: integer(node.sessions, look.language) },
            ]);
      },
    },
    series: {
      type: "sankey",
      left: 4,
      right: LABEL_ROOM,
      top: 8,
      bottom: 12,
      nodeWidth: 12,
      nodeGap: 22,
      // Pages stay in the order of their sessions, what is left over and those who left below them.
      layoutIterations: 0,
      draggable: false,
      emphasis: { focus: "adjacency" },
      label: {
        color: look.palette.ink,
        fontSize: 12,
        // Names lie on the flows behind their page.
        textBorderColor: look.palette.ground,
        textBorderWidth: 2,
        formatter: ({ name }) => {
          const node = nodes.get(name);
          const sessions = node && figure(node.sessions, { unit: "count", measure: "value" }, look.language, "short");
          return node === undefined ? "" : `${node.name} {n|${sessions ?? ""}}`;
        },
        rich: { n: { color: look.palette.muted, fontSize: 12, textBorderColor: look.palette.ground, textBorderWidth: 2 } },
      },
      data: data.nodes.map((node) => ({
        name: node.key,
        depth: node.column,
        itemStyle: {
          color: colour(node),
          borderWidth: 0,
          ...(node.kind === "end" && { opacity: 0.55 }),
        },
      })),
      links: data.links.map(({ from, to, sessions }) => ({
        source: from.key,
        target: to.key,
        value: sessions,
        lineStyle: {
          color: colour(to.kind === "page" ? from : to),
          opacity: to.kind === "end" || from.kind === "end" ? 0.2 : 0.32,
        },
      })),
    },
  };
}
