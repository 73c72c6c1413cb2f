import type { ReactNode } from 'react';
import { useSettings } from '../settings/settings';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';

/** The still screen before the desk: the name, one form, and the other language. */
export function Welcome({ title, children }: { title: string; children: ReactNode }) {
  const { t, language } = useWords();
  const { change } = useSettings();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <main className="welcome">
      <div className="welcome-card">
        <header className="welcome-head">
          <p className="welcome-name">{t('rida')}</p>
          <Button look="bare" small onPress={() => change({ language: other })}>
            <span lang={other}>{t(`language-${other}`)}</span>
          </Button>
        </header>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
