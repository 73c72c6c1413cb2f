import type { Said } from '../api/generated/Said';
import { piecesOf } from '../i18n/isolate';

interface TextByProps {
  /** A stored text; Rust computed its direction from its first strong letter. */
  said: Said;
  /** Cut at the end of the line, by the text's own direction. */
  cut?: boolean;
}

/** A stored text in its own direction, isolated from the frame; numbers in groups stay in order. */
export function TextBy({ said, cut = false }: TextByProps) {
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
