import { useText } from '../../i18n/text.js';
import { Button, ConfirmButton, DataTable, Notice, Section } from '../../ui/index.js';
import { useStaffDates } from '../shared/staff-dates.js';
import type { ImportActions } from './import-page.js';
import { RestLink } from './import-rest.js';
import type { Details } from './imports-data.js';

/** An import that is over, was stopped or undone: what it did, and the way back. */
export function ImportDone({ details, actions }: { details: Details; actions: ImportActions }) {
  const { t } = useText();
  const { shortMoment } = useStaffDates();
  const { file, steps } = details;
  const rest = file.faulty + file.doubts + file.leftOut;
  return (
    <>
      <Outcome file={file} />
      {steps.includes('undo') && file.undoUntil && (
        <p>{t('staff.import.undoUntil', { when: shortMoment(file.undoUntil) })}</p>
      )}
      <div className="row">
        {steps.includes('apply') && details.mine && (
          <Button onClick={() => void actions.apply(true)}>{t('staff.import.goOn')}</Button>
        )}
        {steps.includes('map') && details.mine && (
          <Button
            onClick={() => void actions.readAgain(details.columns.map(({ header, field }) => ({ header, field })))}
          >
            {t('staff.import.readAgain')}
          </Button>
        )}
        {details.mine && rest > 0 && file.status !== 'undone' && <RestLink id={file.id} />}
        {steps.includes('undo') && (
          <ConfirmButton
            label={t('staff.import.undo')}
            title={t('staff.import.undoTitle')}
            confirm={t('staff.import.undo')}
            onConfirm={actions.undo}
          >
            <p>{t('staff.import.undoText')}</p>
          </ConfirmButton>
        )}
        {steps.includes('discard') && details.mine && (
          <ConfirmButton
            look="quiet"
            label={t('staff.import.discard')}
            title={t('staff.import.discardTitle')}
            confirm={t('staff.import.discard')}
            onConfirm={actions.discard}
          >
            <p>{t('staff.import.discardText')}</p>
          </ConfirmButton>
        )}
      </div>
      {details.kept.length > 0 && <Kept people={details.kept} />}
    </>
  );
}

function Outcome({ file }: { file: Details['file'] }) {
  const { t } = useText();
  const { status, done, sound, created, updated, unchanged, kept, undoUntil } = file;
  if (status === 'undone')
    return (
      <Notice tone={kept > 0 ? 'warn' : 'good'} title={t('staff.import.undone')}>
        <p>{t('staff.import.undoneText', { kept })}</p>
      </Notice>
    );
  if (status === 'stopped')
    return (
      <Notice tone="warn" title={t(undoUntil ? 'staff.import.stoppedApplying' : 'staff.import.stoppedReading')}>
        <p>
          {undoUntil
            ? t('staff.import.stoppedApplyingText', { done, total: sound })
            : t('staff.import.stoppedReadingText')}
        </p>
      </Notice>
    );
  return (
    <Notice tone="good" title={t('staff.import.done')}>
      <p>{t('staff.import.numbers', { created, updated, unchanged })}</p>
    </Notice>
  );
}

function Kept({ people }: { people: Details['kept'] }) {
  const { t } = useText();
  return (
    <Section title={t('staff.import.keptCaption')}>
      <DataTable
        caption={t('staff.import.keptCaption')}
        captionHidden
        rows={people}
        rowKey={({ id }) => id}
        columns={[
          { title: t('staff.column.person'), cell: ({ displayName }) => displayName },
          { title: t('staff.import.because'), cell: ({ because }) => t(`staff.import.kept.${because}`) },
        ]}
      />
    </Section>
  );
}
