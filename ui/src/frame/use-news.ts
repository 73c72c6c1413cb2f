import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { hear } from '../api/call';

/** Rust says that something changed; what is on the screen is asked again. */
export function useNews() {
  const queries = useQueryClient();
  useEffect(() => hear('news', () => void queries.invalidateQueries()), [queries]);
}
