import type { Language } from "../api/answer";
import type { Palette } from "./palette";

/** What a chart looks like apart from its data. */
export interface Look {
  readonly palette: Palette;
  readonly language: Language;
  readonly font: string;
  /** Phones: fewer and shorter labels. */
  readonly narrow: boolean;
  readonly still: boolean;
}

export function markColour(palette: Palette, index: number): string {
  return palette.marks[index] ?? palette.rest;
}
