/** A text in lines no wider than this; Chinese breaks anywhere, words of letters and digits stay whole. */
export function lines(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const pieces = text.match(/[\p{L}\p{N}.,%¥$+-]+(?<!\p{Script=Han})|\s+|./gsu) ?? [];
  const broken: string[] = [];
  let line = "";
  for (const piece of pieces.flatMap(byCharacter)) {
    if (line !== "" && measure(line + piece) > width) {
      broken.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return line.trim() === "" ? broken : [...broken, line];
}

function byCharacter(piece: string): readonly string[] {
  return /\p{Script=Han}/u.test(piece) ? (piece.match(/\p{Script=Han}|\P{Script=Han}+/gu) ?? []) : [piece];
}
