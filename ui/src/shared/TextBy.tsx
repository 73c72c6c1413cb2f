import type { Said } from '../api/generated/Said';

interface TextByProps {
  /** A stored text; Rust computed its direction from its first strong letter. */
  said: Said;
  /** Cut at the end of the line, by the text's own direction. */
  cut?: boolean;
}

/** A stored text in its own direction, isolated from the frame around it. */
export function TextBy({ said, cut = false }: TextByProps) {
  return (
    <bdi dir={said.dir} className={cut ? 'text-by text-cut' : 'text-by'}>
      {said.text}
    </bdi>
  );
}
