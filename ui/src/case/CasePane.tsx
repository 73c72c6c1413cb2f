import { Foot } from './Foot';
import { IdentityBar } from './IdentityBar';
import { Story } from './Story';
import { Timeline } from './Timeline';
import { useCopyReference } from './use-copy-reference';
import type { CaseView } from '../api/generated/CaseView';

/** One case on one screen: who, the story so far, what happened, and the place to write. */
export function CasePane({ view }: { view: CaseView }) {
  useCopyReference(view);
  return (
    <div className="case">
      <IdentityBar view={view} />
      <Story story={view.story} />
      <Timeline view={view} />
      <Foot view={view} />
    </div>
  );
}
