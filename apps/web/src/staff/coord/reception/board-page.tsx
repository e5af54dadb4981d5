import { useQuery } from '@tanstack/react-query';
import { useDates } from '../../../i18n/dates.js';
import { useText } from '../../../i18n/text.js';
import { Button, DataTable, Empty, PageTitle, QueryState } from '../../../ui/index.js';
import { loadBoard, RECEPTION, type BoardLine } from './reception-data.js';

const DAYS = 7;

/** The list for the wall: who is expected when and where, with no more than a first name and the end of a card. */
export function BoardPage() {
  const { t } = useText();
  const query = useQuery({ queryKey: [...RECEPTION, 'board', DAYS], queryFn: () => loadBoard(DAYS) });
  return (
    <>
      <PageTitle title={t('reception.board.title')} section={t('reception.title')} />
      <p className="lede no-print">{t('reception.board.lede')}</p>
      <QueryState query={query}>
        {(lines) => (lines.length === 0 ? <Empty title={t('reception.board.none')} /> : <Board lines={lines} />)}
      </QueryState>
    </>
  );
}

function Board({ lines }: { lines: BoardLine[] }) {
  const { t } = useText();
  const { shortDay, hours } = useDates();
  return (
    <div className="stack board">
      <div className="no-print">
        <Button onClick={() => print()}>{t('reception.board.print')}</Button>
      </div>
      <DataTable
        caption={t('reception.board.caption')}
        rows={lines}
        rowKey={({ enrolmentId, sessionDateId }) => `${enrolmentId} ${sessionDateId}`}
        columns={[
          {
            title: t('reception.board.who'),
            cell: ({ displayName, cardEnd }) => `${displayName}${cardEnd ? ` …${cardEnd}` : ''}`,
          },
          {
            title: t('reception.board.when'),
            cell: ({ startsAt, endsAt }) => `${shortDay(startsAt)}, ${hours(startsAt, endsAt)}`,
          },
          {
            title: t('reception.board.what'),
            cell: ({ courseTitle, courseLocale, status }) => (
              <>
                <span lang={courseLocale}>{courseTitle}</span>
                {status === 'offered' && <strong> – {t('reception.board.answer')}</strong>}
              </>
            ),
          },
          { title: t('reception.board.where'), cell: ({ placeName }) => placeName ?? t('reception.board.online') },
        ]}
      />
    </div>
  );
}
