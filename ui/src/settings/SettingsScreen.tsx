import { useSettings } from './settings';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Toggle } from '../shared/Toggle';
import { When } from '../shared/When';

const languages = ['ar', 'en'] as const;
const digits = ['latin', 'arabic_indic'] as const;
const calendars = ['gregorian', 'umm_al_qura', 'both'] as const;
const themes = ['system', 'light', 'dark'] as const;
const rows = ['two-lines', 'compact'] as const;
const textSizes = [90, 100, 115, 130, 150, 200];
const lockMinutes = [5, 15, 30, 60, 0];

/** An instant that shows how dates will look. */
const sample = '2026-03-12T11:30:00Z';

export function SettingsScreen() {
  const { t } = useWords();
  const { settings, change } = useSettings();
  return (
    <main className="page" tabIndex={-1}>
      <div className="page-body">
        <h1>{t('place-settings')}</h1>
        <Choice
          label={t('settings-language')}
          value={settings.language}
          // A language is named in itself, so that whoever needs it can read it.
          options={languages.map((id) => ({ id, words: t(`language-${id}`) }))}
          onChange={(language) => change({ language })}
        />
        <Choice
          label={t('settings-digits')}
          value={settings.digits}
          options={digits.map((id) => ({ id, words: t(`digits-${id}`) }))}
          onChange={(chosen) => change({ digits: chosen })}
        />
        <div>
          <Choice
            label={t('settings-calendar')}
            value={settings.calendar}
            options={calendars.map((id) => ({ id, words: t(`calendar-${id}`) }))}
            onChange={(calendar) => change({ calendar })}
          />
          <p className="field-hint">
            {t('settings-calendar-sample')} <When at={sample} />
          </p>
        </div>
        <Choice
          label={t('settings-theme')}
          value={settings.theme}
          options={themes.map((id) => ({ id, words: t(`theme-${id}`) }))}
          onChange={(theme) => change({ theme })}
        />
        <Choice
          label={t('settings-text-size')}
          value={String(settings.text_percent)}
          options={textSizes.map((size) => ({
            id: String(size),
            words: t('text-size-percent', { size }),
          }))}
          onChange={(size) => change({ text_percent: Number(size) })}
        />
        <Choice
          label={t('settings-rows')}
          value={settings.compact ? 'compact' : 'two-lines'}
          options={rows.map((id) => ({ id, words: t(`rows-${id}`) }))}
          onChange={(chosen) => change({ compact: chosen === 'compact' })}
        />
        <Choice
          label={t('settings-lock')}
          value={String(settings.lock_minutes)}
          options={lockMinutes.map((count) => ({
            id: String(count),
            words: count === 0 ? t('lock-never') : t('lock-minutes', { count }),
          }))}
          onChange={(minutes) => change({ lock_minutes: Number(minutes) })}
        />
        <Toggle
          label={t('settings-shortcuts')}
          hint={t('settings-shortcuts-hint')}
          isOn={settings.shortcuts}
          onChange={(shortcuts) => change({ shortcuts })}
        />
      </div>
    </main>
  );
}
