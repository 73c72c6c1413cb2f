import type { CaseKind } from '../api/generated/CaseKind';
import type { Channel } from '../api/generated/Channel';
import type { Language } from '../api/generated/Language';
import type { OpenCaseInput } from '../api/generated/OpenCaseInput';

/** The fields of a new case, as they are typed and kept as a draft. */
export interface NewCase {
  /** A known person: nothing about them is asked again (R01). */
  person: string | null;
  name: string;
  phone: string;
  national_id: string;
  language: Language;
  kind: CaseKind;
  category: string | null;
  channel: Channel;
  subject: string;
  own_words: string;
  points: string[];
  tried: Channel[];
  /** Whole minor units of the agency's currency. */
  cost_minor: number | null;
  people: number;
  place: string;
  confidential: boolean;
  accused: string | null;
  take: boolean;
}

export function emptyCase(language: Language): NewCase {
  return {
    person: null,
    name: '',
    phone: '',
    national_id: '',
    language,
    kind: 'complaint',
    category: null,
    channel: 'phone',
    subject: '',
    own_words: '',
    points: [''],
    tried: [],
    cost_minor: null,
    people: 1,
    place: '',
    confidential: false,
    accused: null,
    take: true,
  };
}

/** A draft as it was kept, or an empty form. */
export function fromDraft(draft: string, language: Language): NewCase {
  const empty = emptyCase(language);
  if (draft === '') return empty;
  try {
    return { ...empty, ...(JSON.parse(draft) as Partial<NewCase>) };
  } catch {
    return empty;
  }
}

/** The form as it travels. */
export function inputOf(form: NewCase, currency: string, draft: string | null): OpenCaseInput {
  const { cost_minor: minor, people, category, points, ...rest } = form;
  return {
    ...rest,
    category: category ?? '',
    points: points.map((point) => point.trim()).filter((point) => point !== ''),
    cost: minor === null ? null : { minor, currency },
    people_affected: people,
    draft,
  };
}
