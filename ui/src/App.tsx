import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Door } from './account/Door';
import { WordsProvider } from './i18n/words';
import { calendarsOf, localeTag } from './i18n/locale';
import { SettingsProvider, useSettings } from './settings/settings';
import { LiveRegions } from './shared/announce';

/** Everything is local: an answer is fresh until Rust says that something changed. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Fields for dates and numbers follow the settings, too. */
function AriaLocale({ children }: { children: ReactNode }) {
  const { language, calendar, digits } = useSettings().settings;
  const leading = calendarsOf(calendar)[0] ?? 'gregorian';
  return <I18nProvider locale={localeTag(language, leading, digits)}>{children}</I18nProvider>;
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <SettingsProvider>
        <WordsProvider>
          <AriaLocale>
            <Router hook={useHashLocation}>
              <LiveRegions />
              <Door />
            </Router>
          </AriaLocale>
        </WordsProvider>
      </SettingsProvider>
    </QueryClientProvider>
  );
}
