import { dateWords, daysBetween, type DatePart, type DateStyle } from '../i18n/dates';
import { calendarsOf } from '../i18n/locale';
import { useWords, type Translate } from '../i18n/words';
import { useZone } from '../account/me';
import { useSettings } from '../settings/settings';

interface WhenProps {
  /** An instant, RFC 3339. */
  at: string;
  /** `near` says today, tomorrow, yesterday; `since` says how long ago. */
  as?: DatePart | 'near' | 'since';
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function sinceWords(at: Date, t: Translate): string {
  const passed = Math.max(0, Date.now() - at.getTime());
  if (passed < minute) return t('when-now');
  if (passed < hour) return t('when-minutes', { count: Math.floor(passed / minute) });
  if (passed < 2 * day) return t('when-hours', { count: Math.floor(passed / hour) });
  return t('when-days', { count: Math.floor(passed / day) });
}

function nearWords(at: Date, t: Translate, style: DateStyle): string {
  const time = dateWords(at, 'time', style);
  const away = daysBetween(new Date(), at, style.zone);
  if (away === 0) return t('when-today', { time });
  if (away === 1) return t('when-tomorrow', { time });
  if (away === -1) return t('when-yesterday', { time });
  const part = Math.abs(away) < 180 ? 'short' : 'day';
  const calendar = calendarsOf(style.calendar)[0] ?? 'gregorian';
  return dateWords(at, part, { ...style, calendar });
}

/** A date or a time, in the language, digits and calendar of the settings. */
export function When({ at, as = 'moment' }: WhenProps) {
  const { t, direction } = useWords();
  const style: DateStyle = { ...useSettings().settings, zone: useZone() };
  const instant = new Date(at);
  const whole = dateWords(instant, 'moment', style);
  const words =
    as === 'since'
      ? sinceWords(instant, t)
      : as === 'near'
        ? nearWords(instant, t, style)
        : dateWords(instant, as, style);
  return (
    <bdi dir={direction}>
      <time dateTime={at} title={whole}>
        {words}
      </time>
    </bdi>
  );
}
