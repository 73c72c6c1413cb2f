import type { AgreementView } from '../../src/api/generated/AgreementView';
import type { ApprovalRow } from '../../src/api/generated/ApprovalRow';
import type { CaseView } from '../../src/api/generated/CaseView';
import type { CheckView } from '../../src/api/generated/CheckView';
import type { IntakeChoices } from '../../src/api/generated/IntakeChoices';
import type { Labels } from '../../src/api/generated/Labels';
import type { MeView } from '../../src/api/generated/MeView';
import type { Money } from '../../src/api/generated/Money';
import type { Nearness } from '../../src/api/generated/Nearness';
import type { QueueRow } from '../../src/api/generated/QueueRow';
import type { Said } from '../../src/api/generated/Said';
import type { SessionView } from '../../src/api/generated/SessionView';
import type { Who } from '../../src/api/generated/Who';

const hour = 3_600_000;

/** An instant so many hours from now. */
export function hoursAway(count: number): string {
  return new Date(Date.now() + count * hour).toISOString();
}

export const labels = (ar: string, en: string): Labels => ({ ar, en });
export const omr = (minor: number): Money => ({ minor, currency: 'OMR' });

export function said(text: string): Said {
  return { text, dir: /^[^\p{L}]*\p{Script=Arabic}/u.test(text) ? 'rtl' : 'ltr' };
}

const handler: Who = {
  staff: 'salma',
  name: labels('سلمى الحارثية', 'Salma Al Harthy'),
  post: labels('معالجة حالات المياه', 'Water case handler'),
};
export const manager: Who = {
  staff: 'khalid',
  name: labels('خالد البلوشي', 'Khalid Al Balushi'),
  post: labels('مدير وحدة المياه', 'Manager of the water unit'),
};

const water = labels('المياه', 'Water');
const nears: Nearness[] = ['overdue', 'due', 'near', 'calm', 'calm'];
const abouts = [
  'ماسورة مكسورة أمام البيت والماء يجري في الشارع منذ ثلاثة أيام ولم يأت أحد رغم البلاغات',
  'عمود الإنارة رقم 14 في سكة المدرسة مطفأ',
  'Internet line dead for six days, every call gets the same sentence',
  'نصٌّ تجريبيّ: ذهبَ أحمدُ إلى المدرسةِ، محمّد يقدّم شكوى',
  'فاتورة المياه 48.500 ر.ع بدل 12.250 والعداد لم يُقرأ',
  'Street closed by works, shop loses customers — nobody says until when',
];
const persons = ['مريم بنت سعيد', 'Ahmed Al Rawahi', 'ناصر بن علي العامري', null];

export function row(place: number, part: Partial<QueueRow> = {}): QueueRow {
  const nearness = nears[Math.min(place, nears.length - 1)] ?? 'calm';
  const person = persons[place % persons.length];
  return {
    case: `case-${place}`,
    reference: `RD-7K2M-9Q${String(place).padStart(2, '0')}`,
    kind: place % 2 ? 'complaint' : 'fault_report',
    about: said(abouts[place % abouts.length] ?? ''),
    person: person ? said(person) : null,
    category: labels('تسرّب في الشبكة', 'Leak in the network'),
    unit: water,
    stage: place === 4 ? 'answered' : 'open',
    holder: {
      holder:
        place % 3 ? { holder: 'handler', staff: 'salma' } : { holder: 'approver', staff: 'khalid' },
      who: place % 3 ? handler : manager,
      since: hoursAway(-5),
      me: place % 3 !== 0,
    },
    due: {
      at: hoursAway(place * 7 - 30),
      of: place % 2 ? 'next_contact' : 'solution',
      nearness,
    },
    contacts: place === 0 ? 5 : 1 + (place % 2),
    flagged: place === 0,
    vital: place % 4 === 0,
    confidential: place === 5,
    unread: place % 3 === 1,
    pending: place === 2 ? 1 : 0,
    why: [
      { part: 'due', at: hoursAway(place * 7 - 30), of: 'solution' },
      { part: 'vital', hours: 24 },
      { part: 'repeats', contacts: 5, hours: 12 },
      { part: 'age', minutes_per_day: 30 },
    ],
    rank_at: hoursAway(place),
    stub: false,
    ...part,
  };
}

const line = {
  by: handler,
  amount: false,
  limit: null,
  left_today: null,
  proof_required: false,
  legal_basis: labels('المادة 12 من لائحة خدمات المياه', 'Article 12, water services by-law'),
};

export function caseView(place = 0): CaseView {
  const head = row(place);
  return {
    row: head,
    seen: { seq: 41, last_inbound: 'op-9', last_outbound: 'op-7', ordinal: 2 },
    person: {
      person: 'p-1',
      name: said('مريم بنت سعيد'),
      identifiers: [
        { kind: 'phone', value: '+968 2412 3456' },
        { kind: 'national_id', value: '2026/0012-3' },
      ],
      language: 'ar',
    },
    own_words: head.about,
    subject: head.about,
    subject_from_form: false,
    points: [said('إصلاح الماسورة'), said('ردّ ثمن صهريجي ماء: 18 ريالًا')],
    tried: ['phone', 'branch', 'social'],
    channel: 'phone',
    cost: omr(18000),
    place: said('الخوض السادسة، سكة 4417، بيت 12'),
    opened_at: hoursAway(-73),
    ending: null,
    story: {
      asked: { text: head.about, at: hoursAway(-1), by: null, kind: null },
      promised: {
        remedy: labels('زيارة ميدانية', 'Field visit'),
        due: hoursAway(-3),
        by: handler,
        late: true,
      },
      said: {
        text: said('سجّلنا بلاغكم ويزوركم فريق الشبكة غدًا قبل العاشرة.'),
        at: hoursAway(-26),
        by: handler,
        kind: 'progress',
      },
    },
    timeline: [
      {
        id: 't1',
        at: hoursAway(-73),
        by: null,
        pending: false,
        what: { what: 'opened', words: head.about, channel: 'phone' },
      },
      {
        id: 't2',
        at: hoursAway(-72),
        by: manager,
        pending: false,
        what: { what: 'owner', to: handler, because: null },
      },
      {
        id: 't3',
        at: hoursAway(-26),
        by: handler,
        pending: false,
        what: {
          what: 'reply',
          kind: 'progress',
          chosen: 'progress',
          words: said(
            'سجّلنا بلاغكم ويزوركم فريق الشبكة غدًا قبل العاشرة. هاتف الفريق +968 2412 3456.',
          ),
          attachments: [],
        },
      },
      {
        id: 't4',
        at: hoursAway(-20),
        by: handler,
        pending: false,
        what: {
          what: 'note',
          words: said('الفريق مشغول بتسرّب الموالح، يعود بعد الظهر. Work order WO-5521.'),
          late: false,
        },
      },
      {
        id: 't5',
        at: hoursAway(-1),
        by: null,
        pending: false,
        what: {
          what: 'contact',
          direction: 'inbound',
          channel: 'phone',
          outcome: 'spoke',
          words: said('لم يأت أحد. هذه المرة الخامسة التي أتصل فيها.'),
        },
      },
      {
        id: 't6',
        at: hoursAway(-0.5),
        by: null,
        pending: false,
        what: { what: 'flagged' },
      },
    ],
    powers: {
      mine: [
        {
          ...line,
          remedy: 'visit',
          label: labels('زيارة فريق الشبكة', 'Visit by the network team'),
          due: hoursAway(20),
        },
        {
          ...line,
          remedy: 'refund',
          label: labels('ردّ ما دُفع', 'Refund'),
          amount: true,
          limit: omr(25000),
          left_today: omr(60000),
          due: hoursAway(72),
        },
        {
          ...line,
          remedy: 'apology',
          label: labels('اعتذار باسم الجهة', 'Apology in the agency’s name'),
          due: hoursAway(20),
        },
      ],
      above: [
        {
          ...line,
          remedy: 'waiver',
          by: manager,
          label: labels('إعفاء من الفاتورة', 'Waiver of the bill'),
          amount: true,
          limit: omr(200000),
          due: hoursAway(72),
        },
      ],
      approval_demanded: false,
    },
    remedies: [],
    approvals: [],
    attachments: [
      { hash: 'a'.repeat(64), name: 'صورة الماسورة.jpg', bytes: 834_112, media_type: 'image/jpeg' },
    ],
    others: [row(6, { stage: 'closed' })],
    drafts: [],
    may: ['reply', 'note', 'contact', 'decide', 'grant', 'assign', 'release', 'attach'],
    clocks: {
      answer_due: hoursAway(-25),
      answered_at: hoursAway(-26),
      solution_due: hoursAway(4),
      solved_at: null,
      ceiling: hoursAway(10),
      next_contact: hoursAway(-3),
    },
    hours: [
      {
        holder: {
          ...head.holder,
          who: handler,
          holder: { holder: 'handler', staff: 'salma' },
          me: true,
        },
        seconds: 255_600,
      },
      {
        holder: { holder: { holder: 'person' }, who: null, since: null, me: false },
        seconds: 3600,
      },
    ],
    standard: labels('يُصلح تسرب الشبكة خلال 48 ساعة', 'A leak is mended within 48 hours'),
  };
}

export const me: MeView = {
  agency: 'wadi',
  agency_name: labels('بلدية الوادي', 'Municipality of the Wadi'),
  staff: 'salma',
  name: handler.name,
  post: handler.post,
  unit: water,
  rights: ['handle'],
  lease_until: hoursAway(70),
  zone: 'Asia/Muscat',
  currency: 'OMR',
  demo: true,
};

export const open: SessionView = { state: 'open', me };

export const signedOut: SessionView = {
  state: 'signed_out',
  users: [],
  address: 'http://127.0.0.1:4180',
  platform: {
    agencies: [{ agency: 'wadi', name: me.agency_name }],
    demo: [
      {
        agency: 'wadi',
        staff: 'salma',
        name: handler.name,
        post: handler.post,
        password: 'x',
        code: 'y',
      },
      {
        agency: 'wadi',
        staff: 'khalid',
        name: manager.name,
        post: manager.post,
        password: 'x',
        code: 'y',
      },
    ],
  },
};

export const locked: SessionView = {
  state: 'locked',
  user: { agency: 'wadi', staff: 'salma', name: handler.name, offline_unlock: 'with_keyring' },
};

export const check: CheckView = {
  kind: 'deflection',
  hints: [
    { refusal: { code: 'deflection' }, blocks: true, span: [0, 4] },
    { refusal: { code: 'favour_language', phrases: ['نتفضل'] }, blocks: false, span: null },
  ],
  template_percent: 0,
  facts_found: [],
  needs_approval: false,
  approver: null,
};

export const choices: IntakeChoices = {
  categories: [
    {
      code: 'leak',
      label: labels('تسرّب في الشبكة', 'Leak in the network'),
      unit: water,
      vital: true,
    },
    {
      code: 'bill',
      label: labels('فاتورة', 'Bill'),
      unit: labels('الفوترة', 'Billing'),
      vital: false,
    },
    {
      code: 'none',
      label: labels('لا شيء مما سبق', 'None of these'),
      unit: labels('الفرز', 'Triage'),
      vital: false,
    },
  ],
  kinds: ['complaint', 'inquiry', 'suggestion', 'concern', 'request', 'fault_report'],
  units: [{ code: 'water', label: water }],
  no_date_reasons: [
    { code: 'court', label: labels('الأمر بيد القضاء', 'The matter is before a court') },
  ],
  templates: [
    {
      code: 'visit',
      label: labels('موعد زيارة', 'Date of a visit'),
      categories: ['leak'],
      text: labels('يزوركم فريق الشبكة يوم', 'The network team visits you on'),
      example: null,
    },
  ],
  staff: [{ staff: 'khalid', name: manager.name, post: manager.post, unit: water, load: 12 }],
};

export const agreement: AgreementView = {
  link: { link: 'offline', since: hoursAway(-2) },
  last_contact: hoursAway(-2),
  pending: [
    {
      op: 'op-1',
      kind: 'send_reply',
      case: 'case-2',
      reference: 'RD-7K2M-9Q02',
      at: hoursAway(-1),
      state: { state: 'saved' },
    },
    {
      op: 'op-2',
      kind: 'decide',
      case: 'case-3',
      reference: 'RD-7K2M-9Q03',
      at: hoursAway(-0.5),
      state: { state: 'probably_refused', refusal: { code: 'wrong_stage', stage: 'answered' } },
    },
  ],
  attention: [
    {
      op: 'op-0',
      kind: 'decide',
      case: 'case-1',
      reference: 'RD-7K2M-9Q01',
      about: said(abouts[1] ?? ''),
      words: said('السلام عليكم أحمد، قررنا لكم استبدال المصباح يوم الثلاثاء، وردّ 40 ريالًا.'),
      why: {
        why: 'rejected',
        refusal: { code: 'limit_exceeded', remedy: 'refund', limit: omr(25000), asked: omr(40000) },
      },
      behind: 1,
      at: hoursAway(-3),
      ways: ['make_approval', 'add_as_note', 'discard'],
    },
    {
      op: 'op-7',
      kind: 'send_reply',
      case: 'case-5',
      reference: 'RD-7K2M-9Q05',
      about: said(abouts[5] ?? ''),
      words: said('The road opens again on Sunday at six.'),
      why: {
        why: 'moved',
        changes: [{ moved: 'inbound', words: said('Please do not call me again, write to me.') }],
      },
      behind: 0,
      at: hoursAway(-1),
      ways: ['confirm', 'add_as_note', 'discard'],
    },
  ],
  progress: null,
  clock_off_seconds: 0,
  lease_until: hoursAway(70),
};

export const approvalRow: ApprovalRow = {
  approval: 'ap-1',
  row: row(0),
  proposer: handler,
  remedies: [labels('إعفاء من الفاتورة', 'Waiver of the bill')],
  cost: omr(120000),
  asked_at: hoursAway(-6),
  limit: hoursAway(2),
  as_deputy: false,
};

export const approvalView = {
  head: approvalRow,
  revision: 1,
  resolution: {
    remedies: [{ remedy: 'waiver', amount: omr(120000), due: null, performer: null, proof: null }],
    none_because: null,
    points: [{ point: 0, outcome: 'granted', because: '' }],
    grounds: 'المادة 12: ما ضاع من الماء بسبب الشبكة لا يُحسب على المشترك.',
    cause: 'system',
    letter: {
      reply_kind: 'decision',
      text: 'السلام عليكم مريم بنت سعيد،\nقررنا لكم: إعفاء من الفاتورة بمبلغ 120.000 ر.ع، في موعد أقصاه 25 نوفمبر 2026.\nالقول الأخير لكم. إن لم تُحلّ المسألة فلكم الاعتراض من صفحة حالتكم.',
      language: 'ar',
      template: null,
      facts: [],
      next: { next: 'ending' },
      slot: { last_inbound: null, ordinal: 2 },
      draft: null,
      overrides: [],
      attachments: [],
    },
  },
  points: [said('إصلاح الماسورة'), said('ردّ ثمن صهريجي ماء: 18 ريالًا')],
  own_words: row(0).about,
  story: caseView().story,
  lines: [
    {
      label: labels('إعفاء من الفاتورة', 'Waiver of the bill'),
      amount: omr(120000),
      asker_limit: omr(25000),
      legal_basis: line.legal_basis,
    },
  ],
  precedents: [
    {
      case: 'case-8',
      reference: 'RD-3F8P-1XQ2',
      at: hoursAway(-900),
      amount: omr(95000),
      confirmed: true,
    },
    {
      case: 'case-9',
      reference: 'RD-6T0Z-4MWB',
      at: hoursAway(-2400),
      amount: omr(140000),
      confirmed: false,
    },
  ],
  state: { state: 'waiting' },
  mine_to_answer: true,
};
