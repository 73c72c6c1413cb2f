import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { lockWindow } from '../account/lock-window';
import { hear } from '../api/call';
import { newsEvent, type News } from '../api/commands';

/** Rust says that something changed; what is on the screen is asked again. */
export function useNews() {
  const queries = useQueryClient();
  const [, go] = useLocation();
  useEffect(() => {
    const again = (...keys: string[]) => {
      for (const key of keys) void queries.invalidateQueries({ queryKey: [key] });
    };
    return hear(newsEvent, (payload) => {
      const news = payload as News;
      if (news.news === 'closing') void lockWindow();
      else if (news.news === 'agreement') again('agreement');
      else if (news.news === 'show_case') go(`/desk/${news.case}`);
      else again('queue', 'case', 'approvals', 'approval', 'agreement', 'lookup', 'search');
    });
  }, [queries, go]);
}
