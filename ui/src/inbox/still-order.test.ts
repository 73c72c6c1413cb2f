import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { orderChange, useStillOrder } from './still-order';

const idOf = (row: { id: string }) => row.id;
const rows = (ids: string) => ids.split(/(?=.)/u).map((id) => ({ id }));
const lists = new Map<string, { id: string }[]>();
/** The same list for the same ids, as a query's cache gives it. */
function listed(ids: string) {
  const list = lists.get(ids) ?? rows(ids);
  lists.set(ids, list);
  return list;
}

test('one row that rises counts as one move', () => {
  expect(orderChange(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual({
    moved: 1,
    added: 0,
    gone: 0,
  });
});

test('new and lost rows are counted apart from moves', () => {
  expect(orderChange(['a', 'b', 'c'], ['b', 'x', 'a'])).toEqual({ moved: 1, added: 1, gone: 1 });
});

test('the order stands still while the list has focus and follows when it is left', () => {
  const { result, rerender } = renderHook(
    ({ ids, held }) => useStillOrder(listed(ids), idOf, held),
    { initialProps: { ids: 'abc', held: true } },
  );
  rerender({ ids: 'cab', held: true });
  expect(result.current.rows.map(idOf).join('')).toBe('abc');
  expect(result.current.change.moved).toBe(1);
  rerender({ ids: 'cab', held: false });
  expect(result.current.rows.map(idOf).join('')).toBe('cab');
});

test('applying brings the fresh order without leaving the list', () => {
  const fresh = rows('cab');
  const { result, rerender } = renderHook(({ list }) => useStillOrder(list, idOf, true), {
    initialProps: { list: rows('abc') },
  });
  rerender({ list: fresh });
  act(() => result.current.apply());
  expect(result.current.rows.map(idOf).join('')).toBe('cab');
});

test('a later page is no arrival: its rows stand at the end at once', () => {
  const { result, rerender } = renderHook(
    ({ ids, held }) => useStillOrder(listed(ids), idOf, held),
    { initialProps: { ids: 'abc', held: true } },
  );
  rerender({ ids: 'abcdefg', held: true });
  expect(result.current.rows.map(idOf).join('')).toBe('abcdefg');
  expect(result.current.change).toEqual({ moved: 0, added: 0, gone: 0 });
});
