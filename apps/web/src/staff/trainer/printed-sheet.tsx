import { useText } from '../../i18n/text.js';
import type { Sheet } from './attendance-data.js';

/** The same sheet on paper, with a place to sign: only ever seen in print. */
export function PrintedSheet({ sheet }: { sheet: Sheet }) {
  const { t } = useText();
  return (
    <table className="printed-sheet">
      <caption>{t('staff.print.caption', { expected: sheet.expected })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('staff.print.name')}</th>
          <th scope="col">{t('staff.print.code')}</th>
          <th scope="col">{t('staff.print.needs')}</th>
          <th scope="col">{t('staff.print.signature')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map(({ enrolmentId, displayName, bookingCode, accessNeeds, attendance }) => (
          <tr key={enrolmentId}>
            <th scope="row">{displayName}</th>
            <td>{bookingCode}</td>
            <td>{accessNeeds}</td>
            <td>{attendance === 'present' ? t('staff.sheet.present') : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
