import { useText } from '../../i18n/text.js';
import { Icon } from '../../ui/index.js';

/** The rows that are not imported, as a file with the columns of the one that was sent. */
export function RestLink({ id }: { id: string }) {
  const { t } = useText();
  return (
    <a className="button quiet" href={`/imports/${id}/rest`} download>
      <Icon name="download" size={20} />
      {t('staff.import.rest')}
    </a>
  );
}
