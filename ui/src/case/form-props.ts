import type { CaseView } from '../api/generated/CaseView';

/** What each form at the foot of a case is given. */
export interface FormProps {
  view: CaseView;
  onClose: () => void;
}
