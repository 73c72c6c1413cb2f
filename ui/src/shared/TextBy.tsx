import type { Said } from '../api/generated/Said';
import type { SubjectPiece } from '../api/generated/SubjectPiece';
import { piecesOf } from '../i18n/isolate';
import { useWords } from '../i18n/words';
import { pieceText } from './subject';

interface TextByProps {
  /** A stored text; Rust computed its direction from its first strong letter. */
  said: Said;
  /** Cut at the end of the line, by the text's own direction. */
  cut?: boolean;
}

/** A stored text in its own direction, isolated from the frame; numbers in groups stay in order. */
export function TextBy({ said, cut = false }: TextByProps) {
  if (said.pieces) return <Subject pieces={said.pieces} cut={cut} />;
  return (
    <bdi dir={said.dir} className={cut ? 'text-by text-cut' : 'text-by'}>
      {piecesOf(said.text).map(({ text, isNumber }, place) =>
        isNumber ? (
          <bdi key={place} dir="ltr">
            {text}
          </bdi>
        ) : (
          text
        ),
      )}
    </bdi>
  );
}

/** A subject from a form, in the reader's language; each value is isolated from its neighbours. */
function Subject({ pieces, cut }: { pieces: SubjectPiece[]; cut: boolean }) {
  const { language } = useWords();
  return (
    <bdi dir={language === 'ar' ? 'rtl' : 'ltr'} className={cut ? 'text-by text-cut' : 'text-by'}>
      {pieces.map((piece, place) =>
        piece.piece === 'value' ? <bdi key={place}>{piece.text}</bdi> : pieceText(piece, language),
      )}
    </bdi>
  );
}
