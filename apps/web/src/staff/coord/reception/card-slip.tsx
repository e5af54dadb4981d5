import { useText } from '../../../i18n/text.js';
import { QrCode } from '../../../mine/qr.js';
import { Button, ButtonLink, Notice, PageTitle } from '../../../ui/index.js';
import { personPath, type CardData } from './reception-data.js';

/** A card that was just made, to be printed on A6, A4 or a roll of 80 mm. It is shown this once. */
export function CardSlip({ card }: { card: CardData }) {
  const { t } = useText();
  const { displayName: name, id } = card.person;
  const address = `${location.host}/carte`;
  return (
    <>
      <PageTitle title={t('reception.card.ready', { name })} section={t('reception.title')} step="card" />
      <div className="no-print">
        <Notice tone="warn" title={t('reception.card.once')} />
      </div>
      <section className="slip" aria-label={t('reception.card.title')}>
        <p className="slip-name">{name}</p>
        <QrCode text={card.qrText} label={t('reception.card.qr', { name })} />
        <p className="slip-code" dir="ltr">
          <code>{card.code}</code>
        </p>
        <p>{t('reception.card.how', { address })}</p>
        <p className="small">{t('reception.card.keep')}</p>
      </section>
      <div className="row no-print">
        <Button onClick={() => print()}>{t('reception.card.print')}</Button>
        <ButtonLink look="secondary" to={personPath(id)} reloadDocument>
          {t('reception.card.toPerson')}
        </ButtonLink>
      </div>
    </>
  );
}
