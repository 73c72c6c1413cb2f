import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSavedText } from './use-saved-text';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('typing without a pause is saved at least once a second', async () => {
  const saved: string[] = [];
  const save = (text: string) => {
    saved.push(text);
    return Promise.resolve();
  };
  const { result } = renderHook(() => useSavedText('', save, 'lost'));
  let typed = '';
  for (let key = 0; key < 100; key += 1) {
    typed += 'ا';
    await act(async () => {
      result.current.type(typed);
      await vi.advanceTimersByTimeAsync(100);
    });
    const missing = typed.length - (saved.at(-1)?.length ?? 0);
    expect(missing).toBeLessThanOrEqual(10);
  }
});

test('a failed save is tried again and ends saved', async () => {
  let attempts = 0;
  const save = () => {
    attempts += 1;
    return attempts === 1 ? Promise.reject(new Error('disk')) : Promise.resolve();
  };
  const { result } = renderHook(() => useSavedText('', save, 'lost'));
  await act(async () => {
    result.current.type('نص');
    await vi.advanceTimersByTimeAsync(750);
  });
  expect(result.current.state).toBe('failed');
  await act(() => vi.advanceTimersByTimeAsync(1000));
  expect(result.current.state).toBe('saved');
});

test('leaving saves what the clock had not saved yet', async () => {
  const saved: string[] = [];
  const save = (text: string) => {
    saved.push(text);
    return Promise.resolve();
  };
  const { result, unmount } = renderHook(() => useSavedText('', save, 'lost'));
  act(() => result.current.type('آخر كلمة'));
  unmount();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(['آخر كلمة']);
});
