import type { Said } from '../api/generated/Said';
import type { SubjectPiece } from '../api/generated/SubjectPiece';

type Language = 'ar' | 'en';

/** The comma between two parts of a composed subject. */
const separator: Record<Language, string> = { ar: '، ', en: ', ' };

/** The text of one piece in the language of its reader. */
export function pieceText(piece: SubjectPiece, language: Language): string {
  switch (piece.piece) {
    case 'label':
      return piece.label[language];
    case 'separator':
      return separator[language];
    case 'value':
    case 'text':
      return piece.text;
  }
}

/** A text for the clipboard, a letter or a label that is read aloud: no marks, in one language. */
export function plainText(said: Said, language: Language): string {
  if (!said.pieces) return said.text;
  return said.pieces.map((piece) => pieceText(piece, language)).join('');
}
