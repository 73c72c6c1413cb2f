/**
 * Every command of the window: its name, what it takes and what it answers. The names are those of
 * `src-tauri/src/commands`; a test there holds both lists equal.
 */
import type { ActInput } from './generated/ActInput';
import type { AgreementView } from './generated/AgreementView';
import type { ApprovalInput } from './generated/ApprovalInput';
import type { ApprovalRow } from './generated/ApprovalRow';
import type { ApprovalView } from './generated/ApprovalView';
import type { AttachmentRef } from './generated/AttachmentRef';
import type { AttentionInput } from './generated/AttentionInput';
import type { CaseView } from './generated/CaseView';
import type { CheckView } from './generated/CheckView';
import type { DecideInput } from './generated/DecideInput';
import type { DraftInput } from './generated/DraftInput';
import type { DraftView } from './generated/DraftView';
import type { IntakeChoices } from './generated/IntakeChoices';
import type { LookupView } from './generated/LookupView';
import type { OpenCaseInput } from './generated/OpenCaseInput';
import type { QueueInput } from './generated/QueueInput';
import type { QueueView } from './generated/QueueView';
import type { ReplyInput } from './generated/ReplyInput';
import type { Saved } from './generated/Saved';
import type { SearchInput } from './generated/SearchInput';
import type { SearchView } from './generated/SearchView';
import type { SessionView } from './generated/SessionView';
import type { Settings } from './generated/Settings';
import type { SignInInput } from './generated/SignInInput';
import type { UnlockInput } from './generated/UnlockInput';
import type { WaitingView } from './generated/WaitingView';
import { ask } from './call';

interface Input<Value> {
  input: Value;
}

/** Name → what the command takes, what it answers. */
export interface Commands {
  session: [Record<string, never>, SessionView];
  sign_in: [Input<SignInInput>, SessionView];
  unlock: [Input<UnlockInput>, SessionView];
  lock: [Record<string, never>, SessionView];
  sign_out: [Record<string, never>, SessionView];
  settings: [Record<string, never>, Settings];
  save_settings: [Input<Settings>, null];

  queue: [Input<QueueInput>, QueueView];
  read_case: [{ case: string }, CaseView];
  lookup: [{ text: string }, LookupView];
  intake_choices: [Record<string, never>, IntakeChoices];
  search: [Input<SearchInput>, SearchView];
  approvals: [Record<string, never>, ApprovalRow[]];
  read_approval: [{ case: string; approval: string }, ApprovalView];
  agreement: [Record<string, never>, AgreementView];
  waiting: [{ limit: number }, WaitingView];
  intake_drafts: [Record<string, never>, DraftView[]];

  /** Answers with the draft's id. */
  save_draft: [Input<DraftInput>, string];
  discard_draft: [{ draft: string }, null];
  check_reply: [Input<ReplyInput>, CheckView];
  send_reply: [Input<ReplyInput>, Saved];
  ask_person: [Input<ReplyInput>, Saved];
  check_decision: [Input<DecideInput>, CheckView];
  decide_case: [Input<DecideInput>, Saved];
  request_approval: [Input<DecideInput>, Saved];
  answer_approval: [Input<ApprovalInput>, Saved];
  act_on_case: [Input<ActInput>, Saved];
  open_case: [Input<OpenCaseInput>, Saved];
  take_back: [{ op: string }, null];

  /** Opens the system's dialog; answers the files that were staged and attached. */
  choose_files: [{ case: string }, AttachmentRef[]];
  /** A dropped or pasted file, its bytes in base64. */
  attach_file: [{ case: string; name: string; bytes: string }, AttachmentRef];
  open_attachment: [{ case: string; hash: string }, null];
  /** Opens the system's dialog; answers the name of the written file, or nothing. */
  save_attachment: [{ case: string; hash: string }, string | null];

  agree_now: [Record<string, never>, null];
  dismiss_recovery: [Record<string, never>, null];
  answer_attention: [Input<AttentionInput>, null];
  /** Opens the system's dialog; answers the name of the written file, or nothing. */
  export_unsent: [Record<string, never>, string | null];
}

export type CommandName = keyof Commands;

/** Calls a command through the one door. */
export function call<Name extends CommandName>(
  name: Name,
  input: Commands[Name][0],
): Promise<Commands[Name][1]> {
  return ask<Commands[Name][1]>(name, input);
}

/**
 * What a command may throw besides the refusals of the rules: `{ "code": … }` as well. Anything
 * else is `{ "code": "failed", "id": … }`, logged under its id.
 */
export const troubles = [
  'wrong_password',
  'old_password_needed',
  'old_password_wrong',
  'wrong_code',
  'code_needed',
  'device_revoked',
  'account_disabled',
  'no_post',
  'session_ended',
  'offline_unlock_off',
  'unreachable',
  'unauthorised',
  'too_large',
  'no_program_for_file',
  'too_many',
  'other_version',
  'not_platform',
  'platform_failed',
  'signed_out',
  'store_in_use',
  'store_newer',
  'store_failed',
  'disk_full',
  'file_not_openable',
  'file_not_here',
  'no_book',
  'nothing_to_answer',
] as const;

/** What Rust tells the window: something changed, or a case is to be shown. */
export type News =
  | { news: 'changed'; case: string | null }
  | { news: 'agreement' }
  /** The window is about to go: what is typed is saved now. */
  | { news: 'closing' }
  | { news: 'show_case'; case: string };

/** The event's name. */
export const newsEvent = 'news';
