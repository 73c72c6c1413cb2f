import type { Direction } from '../i18n/locale';

interface TextByProps {
  text: string;
  /** Computed once in Rust from the first strong letter. */
  dir: Direction;
  /** Cut at the end of the line, by the text's own direction. */
  cut?: boolean;
}

/** A stored text in its own direction, isolated from the frame around it. */
export function TextBy({ text, dir, cut = false }: TextByProps) {
  return (
    <bdi dir={dir} className={cut ? 'text-by text-cut' : 'text-by'}>
      {text}
    </bdi>
  );
}
