import { TriangleAlert } from 'lucide-react';
import { useFailureWords } from './failure';

/** What went wrong with the last press, beside the button that was pressed. */
export function Fault({ error }: { error: unknown }) {
  const words = useFailureWords();
  if (error === null || error === undefined) return null;
  return (
    <p className="hint hint-lost" role="alert">
      <TriangleAlert aria-hidden />
      {words(error)}
    </p>
  );
}
