import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { execute } from '../../../api/execute.js';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { useWords } from '../../../i18n/words.js';
import { announce, Button, Empty, Failure, PageTitle, QueryState, Tag } from '../../../ui/index.js';
import { loadNotices, NoteToldDocument, personPath, RECEPTION, type NoticeData } from './reception-data.js';
import { CardEnd } from './reception-frame.js';

/** Who is to be told what, the most pressing first. */
export function ToTellPage() {
  const { t } = useText();
  const query = useQuery({ queryKey: [...RECEPTION, 'notices'], queryFn: loadNotices, refetchInterval: 30_000 });
  return (
    <>
      <PageTitle title={t('reception.toTell.title')} section={t('reception.title')} />
      <p className="lede">{t('reception.toTell.lede')}</p>
      <QueryState query={query}>
        {(notices) =>
          notices.length === 0 ? <Empty title={t('reception.toTell.none')} /> : <NoticeList notices={notices} named />
        }
      </QueryState>
    </>
  );
}

/** What is to be told, each with the button that notes it. `named` says to whom. */
export function NoticeList({ notices, named = false }: { notices: NoticeData[]; named?: boolean }) {
  return (
    <ul role="list" className="notice-list">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.toldAt ? 'card told' : 'card'}>
          <ToTell notice={notice} named={named} />
        </li>
      ))}
    </ul>
  );
}

function ToTell({ notice, named }: { notice: NoticeData; named: boolean }) {
  const { t } = useText();
  const { moment } = useDates();
  const words = useWords();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const note = async (told: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await execute(NoteToldDocument, { id: notice.id, told });
      announce(t('reception.person.done'));
      await client.invalidateQueries({ queryKey: RECEPTION });
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack tight">
      {named && (
        <p className="row">
          <Link to={personPath(notice.volunteerId)} className="row-title">
            {notice.displayName}
          </Link>
          <CardEnd end={notice.cardEnd} />
          {notice.locale !== 'fr' && <Tag>{words.language(notice.locale)}</Tag>}
        </p>
      )}
      <p>
        <strong>{notice.heading}</strong>
      </p>
      {notice.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="row">
        {notice.needsAnswer && <Tag tone="warn">{t('reception.toTell.needsAnswer')}</Tag>}
        {notice.until && <span>{t('reception.toTell.until', { when: moment(notice.until) })}</span>}
      </p>
      {error !== null && <Failure error={error} />}
      <div className="row">
        {notice.toldAt ? (
          <>
            <Tag tone="good">{t('reception.toTell.toldAt', { when: moment(notice.toldAt) })}</Tag>
            <Button small look="quiet" busy={busy} onClick={() => void note(false)}>
              {t('reception.toTell.undo')}
              <span className="visually-hidden"> – {notice.displayName}</span>
            </Button>
          </>
        ) : (
          <Button small look="secondary" busy={busy} onClick={() => void note(true)}>
            {t('reception.toTell.told')}
            <span className="visually-hidden"> – {notice.displayName}</span>
          </Button>
        )}
      </div>
    </div>
  );
}
