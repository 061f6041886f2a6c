import type { EChartsType } from "echarts/core";
import { useEffect, useRef, useState } from "preact/hooks";
import { words } from "../i18n/language";
import { theme } from "../theme/theme";
import type { Drawing } from "./drawing";
import { palette } from "./palette";
import type { Language } from "../api/answer";

const NARROW_BELOW = 480;

interface ChartProps {
  readonly drawing: Drawing;
  readonly language: Language;
  /** What the chart shows, in a sentence, for those who don't see it. */
  readonly label: string;
}

/** A drawn chart. It is an image to assistive technology; the answer's table holds the same figures. */
export function Chart({ drawing, language, label }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | undefined>(undefined);
  const [state, setState] = useState<"loading" | "drawn" | "failed">("loading");
  const [narrow, setNarrow] = useState(() => window.innerWidth < NARROW_BELOW);
  const shown = theme.value;

  useEffect(() => {
    let gone = false;
    Promise.all([import("./engine"), drawing.flows && import("./flowEngine")]).then(
      ([{ drawIn }]) => {
        if (!gone && box.current !== null) {
          chart.current = drawIn(box.current);
          setState("drawn");
        }
      },
      () => !gone && setState("failed"),
    );
    return () => {
      gone = true;
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, [drawing.flows]);

  useEffect(() => {
    if (box.current === null) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => {
      setNarrow((entry?.contentRect.width ?? NARROW_BELOW) < NARROW_BELOW);
      chart.current?.resize();
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  const height = drawing.height(narrow);
  useEffect(() => {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const font = getComputedStyle(document.body).fontFamily;
    chart.current?.resize({ height });
    chart.current?.setOption(drawing.option({ palette: palette(shown), language, font, narrow, still }), true);
  }, [state, drawing, language, narrow, shown, height]);

  return (
    <div class="chart" data-state={state} data-wide={drawing.wide}>
      {state === "failed" && <p class="chart-message">{words.value.chartFailed}</p>}
      {state === "loading" && <p class="chart-message">{words.value.chartLoading}</p>}
      <div
        class="chart-scroll"
        {...(drawing.leastWidth > 0 && { role: "region", tabIndex: 0, "aria-label": words.value.chartScroll })}
      >
        <div
          ref={box}
          class="chart-canvas"
          style={{ height: `${height}px`, minWidth: `${drawing.leastWidth}px` }}
          role="img"
          aria-label={label}
        />
      </div>
      {drawing.remarks.length > 0 && (
        <ul class="chart-remarks" lang={language === "zh" ? "zh-CN" : "en"}>
          {drawing.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
