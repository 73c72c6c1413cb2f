import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { announce } from './announce';
import { useFailureWords } from './failure';

/** What went wrong with the last press, beside the button that was pressed. */
export function Fault({ error }: { error: unknown }) {
  const wordsOf = useFailureWords();
  const words = error === null || error === undefined ? '' : wordsOf(error);
  useEffect(() => {
    if (words !== '') announce(words);
  }, [words]);
  if (words === '') return null;
  return (
    <p className="hint hint-lost">
      <TriangleAlert aria-hidden />
      {words}
    </p>
  );
}
