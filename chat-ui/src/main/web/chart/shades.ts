import type { Palette } from "./palette";

/** A colour of the ramp between its stops; `share` is 0 for the least and 1 for the most. */
export function shade(palette: Palette, share: number): string {
  const place = Math.min(1, Math.max(0, share)) * (palette.ramp.length - 1);
  const lower = Math.min(palette.ramp.length - 2, Math.floor(place));
  const [from, to] = [channels(palette.ramp[lower]), channels(palette.ramp[lower + 1])];
  const mixed = from.map((channel, i) => Math.round(channel + ((to[i] ?? 0) - channel) * (place - lower)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** Black or white, whichever is easier to read on a ground. */
export function inkOn(ground: string): string {
  const [r = 0, g = 0, b = 0] = channels(ground)
    .map((channel) => channel / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
}

function channels(colour = "#000000"): readonly number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
