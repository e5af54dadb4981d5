import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../../i18n/text.js';
import { announce, TextField, textIn } from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { faultIf } from '../shared/fault-if.js';
import { addDays, instantOf, wallOf } from '../shared/paris-wall.js';
import { WallFields } from '../shared/wall-fields.js';
import { instantIn } from '../shared/wall-form.js';
import { duplicateSession } from './sessions-data.js';

interface CopyProps {
  session: { id: string; startsAt: string };
  label: string;
  look?: 'secondary' | 'quiet';
  /** Gets the id of the copy. */
  onMade: (id: string) => void;
}

/** The same weekday and hour, in the first week that is still to come. */
function proposedStart(startsAt: string): string | null {
  const shown = wallOf(startsAt);
  let { day } = shown;
  do day = addDays(day, 7);
  while (Date.parse(day) < Date.now() + 7 * 86_400_000);
  return instantOf({ ...shown, day });
}

/** Makes a draft from a session or a template: asks for the first date, the others keep their distance. */
export function StartDialog({ session, label, look = 'secondary', onMade }: CopyProps) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      small
      look={look}
      label={label}
      title={t('staff.copy.title')}
      submit={t('staff.copy.submit')}
      check={(data) => {
        const startsAt = instantIn(data, 'start');
        return startsAt
          ? faultIf(Date.parse(startsAt) <= Date.now(), 'start-day', t('staff.session.fault.past'))
          : faultIf(true, 'start-day', t('staff.session.fault.moment'));
      }}
      send={async (data) => {
        const id = await duplicateSession({ id: session.id, startsAt: instantIn(data, 'start') });
        await client.invalidateQueries({ queryKey: ['staff'] });
        announce(t('staff.copy.made'));
        onMade(id);
      }}
    >
      <p>{t('staff.copy.text')}</p>
      <WallFields name="start" legend={t('staff.copy.start')} instant={proposedStart(session.startsAt)} />
    </DialogForm>
  );
}

/** Keeps a session as a named template. */
export function TemplateDialog({ session, label, onMade }: CopyProps) {
  const { t } = useText();
  const client = useQueryClient();
  return (
    <DialogForm
      small
      look="quiet"
      label={label}
      title={t('staff.template.title')}
      submit={t('staff.template.submit')}
      check={(data) => faultIf(!textIn(data, 'templateName'), 'templateName', t('staff.template.nameMissing'))}
      send={async (data) => {
        const id = await duplicateSession({ id: session.id, asTemplate: textIn(data, 'templateName') });
        await client.invalidateQueries({ queryKey: ['staff'] });
        announce(t('staff.template.made'));
        onMade(id);
      }}
    >
      <TextField
        name="templateName"
        label={t('staff.template.name')}
        hint={t('staff.template.hint')}
        maxLength={80}
        autoComplete="off"
      />
    </DialogForm>
  );
}
