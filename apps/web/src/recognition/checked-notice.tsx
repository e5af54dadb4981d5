import { useDates } from '../i18n/dates.js';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { Facts, Notice, Section } from '../ui/panels.js';
import { inGroups, useDuration } from './duration.js';
import type { Checked } from './verifier-data.js';

/** A certificate as a stranger sees it: first whether it holds, then what it says. */
export function CheckedNotice({ checked }: { checked: Checked }) {
  const { t } = useText();
  const { day, shortDay } = useDates();
  const words = useWords();
  const duration = useDuration();
  const { valid, holder, shared, courseTitle, courseLocale, networks, partnerName, dates, minutes } = checked;
  const { issuedAt, revokedAt, revocation, code, issuer } = checked;
  return (
    <>
      <Notice
        tone={valid ? 'good' : 'bad'}
        title={t(valid ? 'verify.validCode' : 'verify.revokedCode', { code: inGroups(code) })}
        role="status"
      >
        {revokedAt && <p>{t('recog.revokedOn', { day: day(revokedAt), reason: revocation ?? '' })}</p>}
      </Notice>
      <Facts
        facts={[
          { icon: 'person', label: t('verify.holder'), value: holder ? <bdi>{holder}</bdi> : t('verify.nobody') },
          { icon: 'book', label: t('verify.course'), value: <bdi lang={courseLocale}>{courseTitle}</bdi> },
          { icon: 'people', label: t('recog.networks'), value: words.list(networks.map(words.network)) },
          {
            icon: 'calendar',
            label: t('recog.dates', { count: dates.length }),
            value: words.list(dates.map(({ startsAt }) => (dates.length > 1 ? shortDay(startsAt) : day(startsAt)))),
          },
          { icon: 'clock', label: t('recog.time'), value: duration(minutes) },
          ...(partnerName ? [{ icon: 'people' as const, label: t('recog.partner'), value: partnerName }] : []),
          { icon: 'check', label: t('verify.issuer'), value: `${issuer}, ${day(issuedAt)}` },
        ]}
      />
      {holder && !shared && <p className="hint">{t('verify.initials')}</p>}
      {shared && valid && (
        <p>
          <a href={new URL(checked.badgeUrl).pathname}>{t('verify.getBadge')}</a>
        </p>
      )}
      <Section title={t('verify.what')}>
        <p>{t('verify.whatText')}</p>
      </Section>
    </>
  );
}
