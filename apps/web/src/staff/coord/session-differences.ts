import { useDates } from '../../i18n/dates.js';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import type { Difference } from '../shared/conflict-panel.js';
import type { EditedSession, SessionChoices, SessionInput } from './session-data.js';

/** Says in words in what a typed session differs from the one that somebody else saved. */
export function useSessionDifferences(choices: SessionChoices) {
  const { t } = useText();
  const { span, moment } = useDates();
  const words = useWords();
  const named = (list: readonly { id: string; name: string }[], id?: string | null): string =>
    list.find((one) => one.id === id)?.name ?? '';
  const trainerNames = (ids: readonly string[]): string =>
    words.list(choices.trainers.filter(({ id }) => ids.includes(id)).map(({ displayName }) => displayName));
  const spans = (dates: readonly { startsAt: string; endsAt: string }[]): string =>
    dates.map(({ startsAt, endsAt }) => span(startsAt, endsAt)).join(' ; ');

  return (mine: SessionInput, theirs: EditedSession): Difference[] => {
    const pairs: Difference[] = [
      { label: t('staff.session.when'), mine: spans(mine.dates), theirs: spans(theirs.dates) },
      { label: t('staff.session.mode'), mine: words.mode(mine.mode), theirs: words.mode(theirs.mode) },
      {
        label: t('staff.session.place'),
        mine: mine.onlineUrl ?? named(choices.places, mine.placeId),
        theirs: theirs.onlineUrl ?? theirs.place?.name ?? '',
      },
      { label: t('staff.session.capacity'), mine: String(mine.capacity), theirs: String(theirs.capacity) },
      {
        label: t('staff.session.opens'),
        mine: moment(mine.enrolmentOpensAt),
        theirs: moment(theirs.enrolmentOpensAt),
      },
      {
        label: t('staff.session.closes'),
        mine: moment(mine.enrolmentClosesAt),
        theirs: moment(theirs.enrolmentClosesAt),
      },
      {
        label: t('staff.session.trainers'),
        mine: trainerNames(mine.trainerIds),
        theirs: trainerNames(theirs.trainerIds),
      },
      {
        label: t('staff.session.partner'),
        mine: named(choices.partners, mine.partnerId),
        theirs: theirs.partner?.name ?? '',
      },
      {
        label: t('staff.session.languages'),
        mine: words.list(mine.languages.map(words.language)),
        theirs: words.list(theirs.languages.map(words.language)),
      },
      {
        label: t('staff.session.accessibility'),
        mine: words.list(mine.accessibility.map(words.accessibility)),
        theirs: words.list(theirs.accessibility.map(words.accessibility)),
      },
      { label: t('staff.session.notes'), mine: mine.notes, theirs: theirs.notes },
    ];
    return pairs.filter((pair) => pair.mine !== pair.theirs);
  };
}
