/** A line of a chart's tooltip. */
export interface TipLine {
  readonly colour: string;
  /** Whether the series is drawn lighter. */
  readonly earlier?: boolean;
  readonly name: string;
  readonly value: string;
}

/**
 * The tooltip as elements: the library's own HTML carries style attributes, which our content security policy
 * forbids, and text set as text cannot be taken for markup.
 */
export function tip(title: string, lines: readonly TipLine[]): HTMLElement {
  const box = element("div", "tip", "");
  box.append(element("div", "tip-title", title));
  for (const line of lines) {
    const row = element("div", "tip-line", "");
    const mark = element("span", "tip-mark", "");
    mark.style.background = line.colour;
    mark.style.opacity = line.earlier === true ? "0.5" : "1";
    row.append(mark, element("span", "tip-name", line.name), element("span", "tip-value", line.value));
    box.append(row);
  }
  return box;
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
