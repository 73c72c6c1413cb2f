import { readFileSync } from 'node:fs';
import { FluentParser } from '@fluent/syntax';
import { expect, test } from 'vitest';
import { troubles } from '../api/commands';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The codes that Rust can refuse with, from the types it wrote. */
const codes = [...read('../api/generated/Refusal.ts').matchAll(/"code": "(\w+)"/gu)].map(
  ([, code]) => code ?? '',
);

function worded(language: string): string[] {
  return new FluentParser().parse(read(`./${language}/refusals.ftl`)).body.flatMap((entry) => {
    if (entry.type !== 'Message') return [];
    const [, code] = /^refusal-(\w+)$/u.exec(entry.id.name) ?? [];
    return code === undefined ? [] : [code];
  });
}

test.each(['ar', 'en'])('every refusal has words, and every word a refusal (%s)', (language) => {
  expect(codes.length).toBeGreaterThan(40);
  expect(worded(language).sort()).toEqual([...codes, ...troubles, 'failed'].sort());
});

/** Codes of closed lists that are printed as messages with a prefix. */
const lists: [string, string][] = [
  ['Stage', 'stage-'],
  ['Channel', 'channel-'],
  ['CaseKind', 'kind-'],
  ['ReplyKind', 'reply-'],
  ['RootCause', 'cause-'],
  ['RemedyState', 'remedy-'],
  ['DueOf', 'due-'],
  ['DueOf', 'late-'],
  ['QueueFilter', 'filter-'],
  ['QueueFilter', 'desk-empty-'],
  ['ContactOutcome', 'outcome-'],
  ['PointOutcome', 'point-'],
  ['AttentionWay', 'way-'],
  ['LetterFault', 'letter-fault-'],
  ['LetterFault', 'letter-advice-'],
  ['ApprovalStep', 'event-approval-'],
  ['Right', 'right-'],
];

test.each(lists)('each %s has words under %s', (type, prefix) => {
  const values = [...read(`../api/generated/${type}.ts`).matchAll(/"(\w+)"/gu)].map(
    ([, value]) => `${prefix}${value ?? ''}`,
  );
  const files = ['desk', 'case', 'reply', 'refusals', 'agreement'];
  const catalogue = files.map((file) => read(`./ar/${file}.ftl`)).join('\n');
  expect(values.length).toBeGreaterThan(1);
  for (const id of values) expect(catalogue).toMatch(new RegExp(`^${id} =`, 'mu'));
});
