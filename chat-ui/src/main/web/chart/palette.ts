import type { Theme } from "../theme/theme";

/**
 * Colours of charts, named after the mineral pigments of Chinese painting that they come near to. Neighbours
 * differ in lightness as well as in hue, so that they can be told apart with any colour vision; every mark
 * has at least 3:1 against its ground (a test holds them to it).
 */
export interface Palette {
  /** Colours of series, in order of use. */
  readonly marks: readonly string[];
  /** From few to many. */
  readonly ramp: readonly string[];
  /** What is left over (其他). */
  readonly rest: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
}

const LIGHT: Palette = {
  // 石青, 赭石, 石绿, 青莲, 天青, 藤黄, 胭脂
  marks: ["#1f5a96", "#b8621b", "#0b8a70", "#7d4a9e", "#3b8fc4", "#8a7400", "#b03a5b"],
  ramp: ["#eef3f8", "#c3d6e8", "#8fb3d5", "#4f86ba", "#1f5a96", "#123a66"],
  rest: "#7b8490",
  ink: "#1d2733",
  muted: "#5b6673",
  line: "#e3e0d9",
  ground: "#ffffff",
};

const DARK: Palette = {
  marks: ["#74abe6", "#e59a57", "#4fc3a6", "#bd93e0", "#8fd0f2", "#d3bd55", "#ec89a3"],
  ramp: ["#1d2a38", "#24435f", "#2f6390", "#4a87c0", "#74abe6", "#b9d8f7"],
  rest: "#8d97a3",
  ink: "#e8e6e1",
  muted: "#a3adb8",
  line: "#323a44",
  ground: "#1b2129",
};

export function palette(theme: Theme): Palette {
  return theme === "dark" ? DARK : LIGHT;
}
