import { answerTo } from './decision';
import type { DecisionForm } from './use-decision';
import type { CaseView } from '../api/generated/CaseView';
import type { PointAnswer } from '../api/generated/PointAnswer';
import type { PointOutcome } from '../api/generated/PointOutcome';
import { useWords } from '../i18n/words';
import { Choice } from '../shared/Choice';
import { Field } from '../shared/Field';
import { Proposed } from '../shared/Proposed';
import { TextBy } from '../shared/TextBy';

const outcomes: PointOutcome[] = ['granted', 'partly', 'refused'];

interface PointsProps {
  view: CaseView;
  form: DecisionForm;
}

/** Each point that the person asked, each answered (R45). */
export function Points({ view, form }: PointsProps) {
  const { t } = useWords();
  const { decision, change } = form;
  if (view.points.length === 0) return null;
  const set = (answer: PointAnswer) =>
    change({
      points: [...decision.points.filter(({ point }) => point !== answer.point), answer],
    });
  return (
    <section className="decide-part">
      <h2 className="label">{t('decide-points')}</h2>
      {view.points.map((said, point) => {
        const answer = answerTo(point, decision, view);
        const touched = decision.points.some((other) => other.point === point);
        const because = answer?.because ?? '';
        return (
          <div key={said.text} className="point">
            <p className="point-said">
              <TextBy said={said} />
            </p>
            <div className="with-mark">
              <Choice
                label={t('decide-point')}
                quietLabel
                value={answer?.outcome ?? null}
                options={outcomes.map((id) => ({ id, words: t(`point-${id}`) }))}
                onChange={(outcome) => set({ point, outcome, because })}
              />
              {answer && !touched && <Proposed />}
            </div>
            {answer && answer.outcome !== 'granted' && (
              <Field
                label={t('decide-point-because')}
                value={answer.because}
                onChange={(reason) => set({ ...answer, because: reason })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
