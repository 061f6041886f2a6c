import type { Definition } from "../api/answer";

export interface Piece {
  readonly text: string;
  readonly definition?: Definition;
}

/** A text in pieces, with the first mention of each metric by its name; longer names go before those within them. */
export function withTerms(text: string, definitions: readonly Definition[]): readonly Piece[] {
  const byLength = definitions.filter(({ label }) => label !== "").toSorted((a, b) => b.label.length - a.label.length);
  return byLength.reduce<readonly Piece[]>(
    (pieces, definition) => {
      const place = pieces.findIndex((piece) => piece.definition === undefined && find(piece.text, definition.label) >= 0);
      const piece = pieces[place];
      if (piece === undefined) {
        return pieces;
      }
      const from = find(piece.text, definition.label);
      const until = from + definition.label.length;
      const parts: Piece[] = [
        { text: piece.text.slice(0, from) },
        { text: piece.text.slice(from, until), definition },
        { text: piece.text.slice(until) },
      ];
      return [...pieces.slice(0, place), ...parts.filter((part) => part.text !== ""), ...pieces.slice(place + 1)];
    },
    [{ text }],
  );
}

/** Where a name stands as a word of its own; Chinese has no gaps between words. */
function find(text: string, label: string): number {
  const lower = text.toLowerCase();
  const sought = label.toLowerCase();
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
    if (!isLetter(text[at - 1], sought[0]) && !isLetter(text[at + sought.length], sought.at(-1))) {
      return at;
    }
  }
  return -1;
}

function isLetter(beside: string | undefined, edge: string | undefined): boolean {
  const latin = /[a-z]/i;
  return beside !== undefined && edge !== undefined && latin.test(beside) && latin.test(edge);
}
