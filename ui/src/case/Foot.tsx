import { useState } from 'react';
import { AssignForm } from './AssignForm';
import { ContactForm } from './ContactForm';
import { FootButtons, type FootForm } from './FootButtons';
import { HeardForm } from './HeardForm';
import { NoteForm } from './NoteForm';
import { PersonForm } from './PersonForm';
import { ReleaseForm } from './ReleaseForm';
import { ReviewForm } from './ReviewForm';
import type { CaseView } from '../api/generated/CaseView';
import { DecideForm } from '../powers/DecideForm';
import { ReplyForm } from '../reply/ReplyForm';
import { useCommand } from '../commands/use-command';

/** A draft of mine is taken up where it was left. */
function formOfDraft(view: CaseView): FootForm | null {
  const own = view.drafts.find((draft) => !draft.elsewhere);
  if (own?.form === 'reply') return view.may.includes('reply') ? 'reply' : null;
  if (own?.form === 'decision') return view.may.includes('decide') ? 'decide' : null;
  return own?.form === 'note' ? 'note' : null;
}

const forms = {
  reply: ReplyForm,
  note: NoteForm,
  decide: DecideForm,
  contact: ContactForm,
  heard: HeardForm,
  person: PersonForm,
  review: ReviewForm,
  assign: AssignForm,
  release: ReleaseForm,
};

/** The foot of the timeline: writing happens here, in place, never in a dialog. */
export function Foot({ view }: { view: CaseView }) {
  const [form, setForm] = useState(() => formOfDraft(view));
  const { may } = view;
  useCommand('reply', () => setForm('reply'), may.includes('reply'));
  useCommand('note', () => setForm('note'), may.includes('note'));
  useCommand('decide', () => setForm('decide'), may.includes('decide'));
  useCommand('same-matter', () => setForm('contact'), may.includes('contact'));
  useCommand('assign', () => setForm('assign'), may.includes('assign'));
  useCommand('back', () => setForm(null), form !== null);
  if (form === null) return <FootButtons view={view} onOpen={setForm} />;
  const Form = forms[form];
  return (
    <div className={form === 'note' ? 'foot foot-internal' : 'foot'}>
      <Form view={view} onClose={() => setForm(null)} />
    </div>
  );
}
