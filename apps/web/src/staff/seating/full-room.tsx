import { useText } from '../../i18n/text.js';
import { Notice } from '../../ui/index.js';

interface FullRoomProps {
  sheet: { present: number; expected: number; session: { capacity: number } };
}

/** Says at the door that more people are expected than there are seats, and warns when the room is full. */
export function FullRoom({ sheet: { present, expected, session } }: FullRoomProps) {
  const { t } = useText();
  const { capacity: seats } = session;
  if (present >= seats && expected > seats) {
    const coming = Math.max(0, expected - present);
    return (
      <Notice tone="warn" role="alert" title={t('seating.door.full')}>
        <p>{t('seating.door.fullText', { present, seats, coming })}</p>
      </Notice>
    );
  }
  if (expected <= seats) return null;
  return (
    <Notice title={t('seating.door.overbooked', { expected, seats })}>
      <p>{t('seating.door.overbookedText')}</p>
    </Notice>
  );
}
