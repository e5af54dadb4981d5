import { useState } from 'react';
import { useText } from '../../i18n/text.js';
import { useWords } from '../../i18n/words.js';
import { ChoiceGroup, SelectField, TextArea, TextField } from '../../ui/index.js';
import { MarkdownText } from '../../ui/markdown-text.js';
import { FormPart } from '../shared/form-part.js';
import { slugOf } from './course-draft.js';
import type { EditedCourse, Theme } from './courses-data.js';
import { useNetworkChoices } from './network-choices.js';

interface FieldsProps {
  course: EditedCourse | null;
  courses: EditedCourse[];
  themes: Theme[];
}

/** Every field of a course. */
export function CourseFields(props: FieldsProps) {
  return (
    <>
      <Identity course={props.course} />
      <Belonging {...props} />
      <Material course={props.course} />
      <Publication course={props.course} />
    </>
  );
}

function Identity({ course }: { course: EditedCourse | null }) {
  const { t } = useText();
  const [slug, setSlug] = useState({ text: course?.slug ?? '', own: course !== null });
  return (
    <FormPart title={t('staff.course.identity')}>
      <TextField
        name="title"
        label={t('staff.column.title')}
        maxLength={120}
        defaultValue={course?.title}
        autoComplete="off"
        onChange={({ currentTarget }) => {
          // An address that people may have kept is never changed along with the title.
          if (!slug.own) setSlug({ text: slugOf(currentTarget.value), own: false });
        }}
      />
      <TextField
        name="slug"
        label={t('staff.course.slug')}
        hint={t(course ? 'staff.course.slugWarning' : 'staff.course.slugHint')}
        maxLength={80}
        value={slug.text}
        autoComplete="off"
        onChange={({ currentTarget }) => setSlug({ text: currentTarget.value, own: true })}
      />
      <TextField
        name="summary"
        label={t('staff.course.summary')}
        hint={t('staff.course.summaryHint')}
        maxLength={300}
        defaultValue={course?.summary}
        autoComplete="off"
      />
      <TextArea
        name="description"
        label={t('staff.course.description')}
        optional
        maxLength={5000}
        defaultValue={course?.description}
      />
      <SelectField
        name="locale"
        label={t('staff.course.locale')}
        defaultValue={course?.locale ?? 'fr'}
        choices={[
          { value: 'fr', label: t('staff.locale.fr') },
          { value: 'en', label: t('staff.locale.en') },
        ]}
      />
    </FormPart>
  );
}

function Belonging({ course, courses, themes }: FieldsProps) {
  const { t } = useText();
  const words = useWords();
  const networks = useNetworkChoices();
  const others = courses.filter(({ id, status }) => id !== course?.id && status !== 'archived');
  return (
    <FormPart title={t('staff.course.belonging')}>
      <ChoiceGroup
        kind="checkbox"
        name="networks"
        label={t('staff.column.networks')}
        chosen={course?.networks ?? (networks.length === 1 ? networks.map(({ value }) => value) : [])}
        choices={networks}
      />
      <SelectField
        name="themeId"
        label={t('staff.column.theme')}
        optional
        defaultValue={course?.theme?.id ?? ''}
        choices={[
          { value: '', label: t('staff.course.noTheme') },
          ...themes.map(({ id, title, network, quarter }) => ({
            value: id,
            label: `${title} (${words.network(network)}, ${words.quarter(quarter)})`,
          })),
        ]}
      />
      {others.length > 0 && (
        <div className="choice-columns">
          <ChoiceGroup
            kind="checkbox"
            name="prerequisiteIds"
            label={t('staff.course.prerequisites')}
            hint={t('staff.course.prerequisitesHint')}
            optional
            chosen={course?.prerequisites.map(({ id }) => id) ?? []}
            choices={others.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </div>
      )}
      <TextField
        name="minimumAge"
        width="short"
        inputMode="numeric"
        label={t('staff.course.minimumAge')}
        defaultValue={course?.minimumAge ?? 16}
        autoComplete="off"
      />
    </FormPart>
  );
}

function Material({ course }: { course: EditedCourse | null }) {
  const { t } = useText();
  const [source, setSource] = useState(course?.material ?? '');
  return (
    <FormPart title={t('staff.course.material')} hint={t('staff.course.materialWhy')}>
      <div className="with-preview">
        <TextArea
          name="material"
          label={t('staff.course.materialText')}
          hint={t('staff.course.materialHint')}
          optional
          maxLength={50_000}
          defaultValue={source}
          spellCheck
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
        />
        <section className="preview stack" aria-label={t('staff.course.preview')}>
          <p className="eyebrow">{t('staff.course.preview')}</p>
          {source.trim() ? (
            <MarkdownText source={source} lang={course?.locale ?? 'fr'} />
          ) : (
            <p className="muted">{t('staff.course.previewEmpty')}</p>
          )}
        </section>
      </div>
    </FormPart>
  );
}

function Publication({ course }: { course: EditedCourse | null }) {
  const { t } = useText();
  return (
    <FormPart title={t('staff.course.publication')}>
      <ChoiceGroup
        kind="radio"
        name="status"
        label={t('staff.field.status')}
        chosen={[course?.status ?? 'draft']}
        choices={[
          { value: 'draft', label: t('staff.status.draft'), hint: t('staff.course.draftHint') },
          { value: 'published', label: t('staff.status.published'), hint: t('staff.course.publishedHint') },
          { value: 'archived', label: t('staff.status.archived'), hint: t('staff.course.archivedHint') },
        ]}
      />
    </FormPart>
  );
}
