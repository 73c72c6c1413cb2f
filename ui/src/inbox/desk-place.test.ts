import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { deskPlaceOf, keepDeskPlace, useDeskFilter } from './desk-place';

test('the filter, the row and the scroll outlive the list, and another user begins anew', () => {
  const first = renderHook(() => useDeskFilter('noura'));
  act(() => first.result.current[1]('unowned'));
  keepDeskPlace('noura', { row: 'case-3', scroll: 112 });
  first.unmount();
  const again = renderHook(() => useDeskFilter('noura'));
  expect(again.result.current[0]).toBe('unowned');
  expect(deskPlaceOf('noura')).toMatchObject({ row: 'case-3', scroll: 112 });
  expect(renderHook(() => useDeskFilter('reem')).result.current[0]).toBe('mine');
});

test('another filter begins at its top', () => {
  const { result } = renderHook(() => useDeskFilter('noura'));
  keepDeskPlace('noura', { row: 'case-3', scroll: 112 });
  act(() => result.current[1]('overdue'));
  expect(deskPlaceOf('noura')).toMatchObject({ row: null, scroll: 0 });
});
