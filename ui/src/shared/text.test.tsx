import { render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { Amount } from './Amount';
import { useFailureWords } from './failure';
import { TextBy } from './TextBy';
import { WordsProvider } from '../i18n/words';
import { SettingsProvider } from '../settings/settings';

function show(children: ReactNode, settings: Record<string, unknown> = {}) {
  localStorage.setItem('rida.settings', JSON.stringify(settings));
  return render(
    <SettingsProvider>
      <WordsProvider>{children}</WordsProvider>
    </SettingsProvider>,
  );
}

test('an amount has the three decimals of its currency', () => {
  show(<Amount money={{ minor: 25_500, currency: 'OMR' }} />, { language: 'en' });
  expect(screen.getByText(/25\.500/u).tagName).toBe('BDI');
});

test('a stored text keeps its own direction and its numbers in order', () => {
  show(<TextBy said={{ text: 'هاتف +968 2412 3456', dir: 'rtl' }} />, { language: 'en' });
  const number = screen.getByText('+968 2412 3456');
  expect(number.getAttribute('dir')).toBe('ltr');
  expect(number.parentElement?.getAttribute('dir')).toBe('rtl');
});

test('a subject from a form is read in the language of the reader, its values isolated', () => {
  const about = {
    text: 'قطة نافقة، 74-04 METROPOLITAN AVENUE',
    dir: 'rtl' as const,
    pieces: [
      { piece: 'label' as const, label: { ar: 'قطة نافقة', en: 'Dead cat' } },
      { piece: 'separator' as const },
      { piece: 'value' as const, text: '74-04 METROPOLITAN AVENUE' },
    ],
  };
  const { container, unmount } = show(<TextBy said={about} />, { language: 'en' });
  expect(container.textContent).toBe('Dead cat, 74-04 METROPOLITAN AVENUE');
  expect(screen.getByText('74-04 METROPOLITAN AVENUE').tagName).toBe('BDI');
  unmount();
  const arabic = show(<TextBy said={about} />, { language: 'ar' });
  expect(arabic.container.textContent).toBe('قطة نافقة، 74-04 METROPOLITAN AVENUE');
});

function Told({ error }: { error: unknown }) {
  return <p>{useFailureWords()(error)}</p>;
}

test('a refusal is told with its facts in words', () => {
  const limit = { minor: 25_000, currency: 'OMR' };
  const asked = { minor: 40_000, currency: 'OMR' };
  show(<Told error={{ code: 'limit_exceeded', remedy: 'refund', limit, asked }} />);
  expect(screen.getByText(/25\.000.*40\.000/u)).toBeTruthy();
});

test('what is no refusal is told as a failure, never as raw text', () => {
  show(<Told error={new Error('stack')} />, { language: 'en' });
  expect(screen.queryByText(/stack/u)).toBeNull();
  expect(screen.getByText(/could not be done/u)).toBeTruthy();
});

test('the window turns with its language', () => {
  show(<p />, { language: 'en' });
  expect(document.documentElement.dir).toBe('ltr');
  expect(document.documentElement.lang).toBe('en');
});
