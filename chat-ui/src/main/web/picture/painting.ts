import type { Palette } from "../chart/palette";

/** A part of a picture: as high as it needs to be, drawn where it is told. */
export interface Painting {
  readonly height: number;
  paint(left: number, top: number): void;
}

/** What a painter draws with, and in how much room. */
export interface Studio {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly font: string;
  readonly colours: Palette;
}

interface Lettering {
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: CanvasTextAlign;
  /** Wider texts are shrunk to it. */
  readonly room?: number;
}

/** A line of text whose middle is at this height; gives its width. */
export function write({ pen, font, colours }: Studio, text: string, x: number, middle: number, lettering: Lettering = {}): number {
  const { size = 14, bold = false, colour = colours.ink, align = "left", room } = lettering;
  pen.font = fontOf(font, size, bold);
  pen.fillStyle = colour;
  pen.textAlign = align;
  pen.textBaseline = "middle";
  pen.fillText(text, x, middle, room);
  return Math.min(pen.measureText(text).width, room ?? Infinity);
}

export function widthOf({ pen, font }: Studio, text: string, size = 14, bold = false): number {
  pen.font = fontOf(font, size, bold);
  return pen.measureText(text).width;
}

function fontOf(font: string, size: number, bold: boolean): string {
  return `${bold ? "600 " : ""}${size}px ${font}`;
}

export function block({ pen }: Studio, colour: string, x: number, y: number, width: number, height: number, radius = 4): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x, y, width, height, radius);
  pen.fill();
}
