import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceGroup, Disclosure, SelectField, TextArea, TextField, type Choice } from '../../ui/index.js';
import { FormPart } from '../shared/form-part.js';
import { addDays, instantOf, wallOf } from '../shared/paris-wall.js';
import { answerOf } from '../shared/answers.js';
import { WallFields } from '../shared/wall-fields.js';
import type { EditedSession, SessionChoices } from './session-data.js';
import { SessionDates } from './session-dates.js';
import { accessibilityCodes, sessionLanguages } from './session-draft.js';

interface FieldsProps {
  session: EditedSession | null;
  choices: SessionChoices;
  /** The course to begin with, when the page is opened from a course. */
  courseId?: string;
}

function firstProposal(): { startsAt: string; endsAt: string }[] {
  const day = addDays(wallOf(new Date()).day, 21);
  const startsAt = instantOf({ day, time: '18:30' });
  const endsAt = instantOf({ day, time: '20:30' });
  return startsAt && endsAt ? [{ startsAt, endsAt }] : [];
}

/** Every field of a session, in the order in which one thinks of it: what, when, where, who, for whom. */
export function SessionFields({ session, choices, courseId }: FieldsProps) {
  return (
    <>
      <What session={session} choices={choices} courseId={courseId} />
      <When session={session} />
      <Where session={session} choices={choices} />
      <Who session={session} choices={choices} />
      <ForWhom session={session} />
    </>
  );
}

function What({ session, choices, courseId = '' }: FieldsProps) {
  const { t } = useText();
  const draftMark = ` (${t('staff.status.draft').toLowerCase()})`;
  const courses = choices.courses
    .filter(({ status, id }) => status !== 'archived' || id === session?.course.id)
    .map(({ id, title, status }) => ({ value: id, label: status === 'draft' ? title + draftMark : title }));
  // What is taught is fixed once people may have enrolled.
  const own = session && session.status !== 'draft' && session.status !== 'template' ? session.course : null;
  return (
    <FormPart title={t('staff.session.what')}>
      {session?.templateName && (
        <TextField
          name="templateName"
          label={t('staff.template.name')}
          maxLength={80}
          defaultValue={session.templateName}
          autoComplete="off"
        />
      )}
      {own ? (
        <>
          <input type="hidden" name="courseId" value={own.id} />
          <p>
            <strong lang={own.locale}>{own.title}</strong>
            <br />
            <span className="hint">{t('staff.session.courseFixed')}</span>
          </p>
        </>
      ) : (
        <SelectField
          name="courseId"
          label={t('staff.session.course')}
          defaultValue={session?.course.id ?? courseId}
          choices={[{ value: '', label: t('staff.session.chooseCourse') }, ...courses]}
        />
      )}
      {session?.status === 'published' ? (
        // Nobody may lose sight of what she booked: a published session is cancelled, never hidden.
        <input type="hidden" name="status" value="published" />
      ) : session?.status !== 'template' ? (
        <ChoiceGroup
          kind="radio"
          name="status"
          label={t('staff.field.status')}
          chosen={[session?.status ?? 'draft']}
          choices={[
            { value: 'draft', label: t('staff.status.draft'), hint: t('staff.session.draftHint') },
            { value: 'published', label: t('staff.status.published'), hint: t('staff.session.publishedHint') },
          ]}
        />
      ) : null}
    </FormPart>
  );
}

function When({ session }: { session: EditedSession | null }) {
  const { t } = useText();
  const dates = session?.dates ?? firstProposal();
  const closesWithStart = session?.enrolmentClosesAt === dates[0]?.startsAt;
  const today = instantOf({ day: wallOf(new Date()).day, time: '09:00' });
  return (
    <FormPart title={t('staff.session.when')} hint={t('staff.session.parisTime')}>
      <SessionDates dates={dates} />
      <WallFields name="opens" legend={t('staff.session.opens')} instant={session?.enrolmentOpensAt ?? today} />
      <WallFields
        name="closes"
        legend={t('staff.session.closes')}
        hint={t('staff.session.closesHint')}
        optional
        instant={closesWithStart ? null : session?.enrolmentClosesAt}
      />
    </FormPart>
  );
}

function Where({ session, choices }: FieldsProps) {
  const { t } = useText();
  const words = useWords();
  const [mode, setMode] = useState(session?.mode ?? 'on_site');
  const [placeId, setPlaceId] = useState(session?.place?.id ?? '');
  const place = choices.places.find(({ id }) => id === placeId);
  return (
    <FormPart title={t('staff.session.where')}>
      <SelectField
        name="mode"
        label={t('staff.session.mode')}
        value={mode}
        choices={(['on_site', 'online', 'visit'] as const).map((value) => ({ value, label: words.mode(value) }))}
        onChange={({ currentTarget }) => setMode(currentTarget.value as typeof mode)}
      />
      {mode === 'online' ? (
        <TextField
          name="onlineUrl"
          type="url"
          inputMode="url"
          label={t('staff.session.url')}
          hint={t('staff.session.urlHint')}
          defaultValue={session?.onlineUrl ?? ''}
          autoComplete="off"
        />
      ) : (
        <>
          <SelectField
            name="placeId"
            label={t(mode === 'visit' ? 'staff.session.meetingPoint' : 'staff.session.place')}
            hint={t('staff.session.placeHint')}
            value={placeId}
            choices={[
              { value: '', label: t('staff.session.choosePlace') },
              ...choices.places.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget }) => setPlaceId(currentTarget.value)}
          />
          {place && (
            <Disclosure summary={t('staff.place.access')} open>
              <p>{place.accessDetails || t('staff.place.noAccess')}</p>
              <p>{t(`staff.place.stepFree.${answerOf(place.stepFree)}`)}</p>
            </Disclosure>
          )}
        </>
      )}
    </FormPart>
  );
}

function Who({ session, choices }: FieldsProps) {
  const { t } = useText();
  const trainers: Choice[] = choices.trainers.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <FormPart title={t('staff.session.who')}>
      <TextField
        name="capacity"
        width="short"
        inputMode="numeric"
        label={t('staff.session.capacity')}
        hint={session?.status === 'published' ? t('staff.session.capacityHint') : undefined}
        defaultValue={session?.capacity ?? 20}
        autoComplete="off"
      />
      {trainers.length > 0 ? (
        <div className="choice-columns">
          <ChoiceGroup
            kind="checkbox"
            name="trainerIds"
            label={t('staff.session.trainers')}
            optional
            chosen={session?.trainerIds ?? []}
            choices={trainers}
          />
        </div>
      ) : (
        <p className="hint">{t('staff.session.noTrainer')}</p>
      )}
      <SelectField
        name="partnerId"
        label={t('staff.session.partner')}
        optional
        defaultValue={session?.partner?.id ?? ''}
        choices={[
          { value: '', label: t('staff.session.noPartner') },
          ...choices.partners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </FormPart>
  );
}

function ForWhom({ session }: { session: EditedSession | null }) {
  const { t } = useText();
  const words = useWords();
  const languages = [...new Set([...sessionLanguages, ...(session?.languages ?? [])])];
  const access = [...new Set([...accessibilityCodes, ...(session?.accessibility ?? [])])];
  return (
    <FormPart title={t('staff.session.forWhom')}>
      <div className="two-columns">
        <ChoiceGroup
          kind="checkbox"
          name="languages"
          label={t('staff.session.languages')}
          chosen={session?.languages ?? ['fr']}
          choices={languages.map((value) => ({ value, label: words.language(value) }))}
        />
        <ChoiceGroup
          kind="checkbox"
          name="accessibility"
          label={t('staff.session.accessibility')}
          optional
          chosen={session?.accessibility ?? []}
          choices={access.map((value) => ({ value, label: words.accessibility(value) }))}
        />
      </div>
      <TextArea
        name="notes"
        label={t('staff.session.notes')}
        hint={t('staff.session.notesHint')}
        optional
        maxLength={2000}
        defaultValue={session?.notes ?? ''}
      />
    </FormPart>
  );
}
