import { Plus } from 'lucide-react';
import { useWords } from '../i18n/words';
import { Button } from '../shared/Button';
import { Field } from '../shared/Field';

interface PointFieldsProps {
  points: string[];
  onChange: (points: string[]) => void;
}

/** What the person asks for, point by point: each will be answered (R45). */
export function PointFields({ points, onChange }: PointFieldsProps) {
  const { t } = useWords();
  return (
    <div className="point-fields">
      {points.map((point, place) => (
        <Field
          key={place}
          label={t('new-point', { place: place + 1 })}
          value={point}
          onChange={(text) => onChange(points.map((old, other) => (other === place ? text : old)))}
        />
      ))}
      <Button look="bare" small onPress={() => onChange([...points, ''])}>
        <Plus aria-hidden />
        {t('new-point-add')}
      </Button>
    </div>
  );
}
