import { useRef } from 'react';
import { useText, type MessageKey } from '../i18n/text.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { QueryState } from '../ui/states.js';
import { useForm } from '../ui/use-form.js';
import { useProfile, useSaveProfile, type ProfileData } from './profile-data.js';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const moments = ['morning', 'afternoon', 'evening'] as const;

const dayLabels: Record<(typeof days)[number], MessageKey> = {
  mon: 'mine.day.mon',
  tue: 'mine.day.tue',
  wed: 'mine.day.wed',
  thu: 'mine.day.thu',
  fri: 'mine.day.fri',
  sat: 'mine.day.sat',
  sun: 'mine.day.sun',
};
const momentLabels: Record<(typeof moments)[number], MessageKey> = {
  morning: 'mine.moment.morning',
  afternoon: 'mine.moment.afternoon',
  evening: 'mine.moment.evening',
};

/** When I am usually free: a week of real checkboxes, so that keyboard and screen reader work as everywhere. */
export default function AvailabilityPage() {
  const { t } = useText();
  const query = useProfile();
  return (
    <>
      <PageTitle title={t('mine.availability.title')} section={t('mine.nav.title')} />
      <p className="lede">{t('mine.availability.lede')}</p>
      <QueryState query={query}>
        {({ profile }) => profile && <Grid key={profile.version} profile={profile} />}
      </QueryState>
    </>
  );
}

function Grid({ profile }: { profile: ProfileData }) {
  const { t } = useText();
  const table = useRef<HTMLTableElement>(null);
  const { save, conflict } = useSaveProfile(profile);
  const form = useForm({
    send: async (data) => {
      await save({ availability: data.getAll('moment').map(String) });
      announce(t('mine.profile.saved'));
    },
  });
  const tick = (suffix: string): void =>
    table.current
      ?.querySelectorAll<HTMLInputElement>(`input[value$="${suffix}"]`)
      .forEach((box) => (box.checked = true));
  return (
    <Form form={form} label={t('mine.availability.title')} submit={t('mine.profile.save')} conflict={conflict}>
      <div className="row">
        <Button small look="secondary" onClick={() => tick('-evening')}>
          {t('mine.availability.allEvenings')}
        </Button>
      </div>
      <table className="week" ref={table}>
        <caption className="visually-hidden">{t('mine.availability.title')}</caption>
        <thead>
          <tr>
            <td />
            {moments.map((moment) => (
              <th key={moment} scope="col">
                {t(momentLabels[moment])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{t(dayLabels[day])}</th>
              {moments.map((moment) => (
                <td key={moment}>
                  <label className="week-cell">
                    <input
                      type="checkbox"
                      name="moment"
                      value={`${day}-${moment}`}
                      defaultChecked={profile.availability.includes(`${day}-${moment}`)}
                    />
                    <span className="visually-hidden">{t(dayLabels[day])},</span>{' '}
                    <span className="visually-hidden week-moment">{t(momentLabels[moment])}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Form>
  );
}
