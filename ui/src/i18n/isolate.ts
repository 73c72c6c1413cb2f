/** A number written in groups, as phones and file numbers are: `+968 2412 3456`, `2026/0012-3`. */
const grouped = /(\+?\d[\d\s()/.-]{4,}\d)/u;

export interface Piece {
  text: string;
  /** It must stand in a left-to-right box of its own. */
  isNumber: boolean;
}

/** Cuts a text at its grouped numbers, which Arabic text would otherwise show scrambled. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(grouped)
    .map((piece, place) => ({ text: piece, isNumber: place % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
