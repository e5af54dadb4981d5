import { useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, Icon } from '../../ui/index.js';
import { ConditionButton } from './condition-dialog.js';
import type { Choices } from './people-data.js';
import { useConditionWords } from './use-condition-words.js';
import type { PeopleFilter } from './use-people-filter.js';

/** The filter as a sentence: each part is a button that opens its choice, with another one beside it that takes it away. */
export function Sentence({ filter, choices }: { filter: PeopleFilter; choices: Choices | undefined }) {
  const { t } = useText();
  const words = useConditionWords(choices);
  const group = useRef<HTMLDivElement>(null);
  const { conditions, text, setCondition, clear } = filter;
  const remove = (at: number): void => {
    setCondition(at, null);
    // The button that was pressed is gone: the focus goes to what stands behind it.
    requestAnimationFrame(() =>
      group.current?.querySelectorAll<HTMLElement>('button')[Math.max(0, at * 2 - 1)]?.focus(),
    );
  };
  return (
    <div ref={group} className="sentence" role="group" aria-label={t('people.sentence')}>
      <span>{t(conditions.length === 0 && !text ? 'people.everybody' : 'people.those')}</span>
      {conditions.map((condition, at) => {
        const what = words.said(condition);
        return (
          <span key={`${at} ${what}`} className="sentence-part">
            <ConditionButton
              className="sentence-say"
              label={what}
              name={t('people.edit', { what })}
              words={words}
              condition={condition}
              apply={(changed) => setCondition(at, changed)}
            />
            <button
              type="button"
              className="sentence-remove"
              aria-label={t('people.remove', { what })}
              onClick={() => remove(at)}
            >
              <Icon name="close" size={16} />
            </button>
          </span>
        );
      })}
      <ConditionButton
        className="button secondary small"
        label={t('people.add')}
        name={t('people.add')}
        words={words}
        apply={(added) => setCondition(conditions.length, added)}
      />
      {(conditions.length > 0 || text) && (
        <Button small look="quiet" onClick={clear}>
          {t('people.clear')}
        </Button>
      )}
    </div>
  );
}
