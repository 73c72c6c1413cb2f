import type { Said } from '../api/generated/Said';

interface MarkedProps {
  said: Said;
  /** UTF-16 start and end of each hit, in order. */
  marks: [number, number][];
}

interface Piece {
  text: string;
  isHit: boolean;
}

/** The text cut at its hits. */
export function piecesOf(text: string, marks: [number, number][]): Piece[] {
  let at = 0;
  const pieces: Piece[] = [];
  for (const [start, end] of marks) {
    pieces.push({ text: text.slice(at, start), isHit: false });
    pieces.push({ text: text.slice(start, end), isHit: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), isHit: false });
  return pieces.filter((piece) => piece.text !== '');
}

/** An excerpt in its own direction, its hits marked. */
export function Marked({ said, marks }: MarkedProps) {
  return (
    <bdi dir={said.dir}>
      {piecesOf(said.text, marks).map(({ text, isHit }, place) =>
        isHit ? <mark key={place}>{text}</mark> : text,
      )}
    </bdi>
  );
}
