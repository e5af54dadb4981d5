import type { ResultOf } from 'gql.tada';
import { graphql } from '../../api/graphql.js';
import { useText } from '../../i18n/text.js';
import { Tag } from '../../ui/index.js';

export const PairNoteFragment = graphql(`
  fragment PairNote on WaitingRow {
    pairedWith
    passedOver {
      reason
      passedAt
    }
  }
`);

/** With whom somebody waits, and how often a seat went past the two of them. */
export function PairNote({ row: { pairedWith, passedOver } }: { row: ResultOf<typeof PairNoteFragment> }) {
  const { t } = useText();
  if (!pairedWith) return null;
  const [latest] = passedOver;
  return (
    <span>
      <Tag>{t('seating.people.with', { name: pairedWith })}</Tag>{' '}
      {latest && t('seating.people.passed', { count: passedOver.length, reason: t(`seating.people.${latest.reason}`) })}
    </span>
  );
}
