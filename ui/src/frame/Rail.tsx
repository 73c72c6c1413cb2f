import { Link, useRoute } from 'wouter';
import { places, type PlaceId } from './places';
import { numberFormat } from '../i18n/formats';
import { useWords } from '../i18n/words';

interface RailProps {
  counts: Partial<Record<PlaceId, number>>;
}

function RailPlace({ place, count }: { place: (typeof places)[number]; count: number }) {
  const { t, tag } = useWords();
  const [here] = useRoute(`${place.path}/*?`);
  const Icon = place.icon;
  return (
    <li>
      <Link href={place.path} className="rail-place" aria-current={here ? 'page' : undefined}>
        <Icon aria-hidden />
        <span>{t(`place-${place.id}`)}</span>
        {count > 0 && (
          <span className="rail-count" aria-label={t('place-count', { count })}>
            {numberFormat(tag).format(count)}
          </span>
        )}
      </Link>
    </li>
  );
}

/** The places of the desk, on the start side. */
export function Rail({ counts }: RailProps) {
  const { t } = useWords();
  return (
    <nav className="rail" aria-label={t('frame-places')}>
      <ul>
        {places.map((place) => (
          <RailPlace key={place.id} place={place} count={counts[place.id] ?? 0} />
        ))}
      </ul>
    </nav>
  );
}
