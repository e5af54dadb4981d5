import { useText } from '../../i18n/text.js';
import { CheckboxField, ChoiceGroup, TextArea, TextField } from '../../ui/index.js';
import { useNetworkChoices } from '../coord/network-choices.js';
import { FormPart } from '../shared/form-part.js';
import type { CourseChoice, EditedQualification } from './qualifications-data.js';

interface FieldsProps {
  known: EditedQualification | null;
  courses: CourseChoice[];
}

/** Every field of a qualification. */
export function QualificationFields({ known, courses }: FieldsProps) {
  const { t } = useText();
  const networks = useNetworkChoices();
  return (
    <>
      <FormPart title={t('teach.qualification.form')}>
        <TextField
          name="name"
          label={t('teach.qualification.name')}
          maxLength={120}
          defaultValue={known?.name}
          autoComplete="off"
        />
        <TextArea
          name="description"
          label={t('teach.qualification.description')}
          optional
          maxLength={2000}
          defaultValue={known?.description}
        />
        <ChoiceGroup
          kind="checkbox"
          name="networks"
          label={t('staff.column.networks')}
          chosen={known?.networks ?? (networks.length === 1 ? networks.map(({ value }) => value) : [])}
          choices={networks}
        />
      </FormPart>
      <Rule known={known} courses={courses} />
      <Duration known={known} courses={courses} />
    </>
  );
}

function Rule({ known, courses }: FieldsProps) {
  const { t } = useText();
  return (
    <FormPart title={t('teach.qualification.rule')}>
      <CourseChoices
        name="earningCourseIds"
        label={t('teach.qualification.earns')}
        chosen={known?.earnedBy ?? []}
        courses={courses}
      />
      <ChoiceGroup
        kind="radio"
        name="needs"
        label={t('teach.qualification.needs')}
        chosen={[known?.needs ?? 'courses']}
        choices={[
          { value: 'courses', label: t('teach.qualification.needs.courses') },
          { value: 'days', label: t('teach.qualification.needs.days') },
          { value: 'hours', label: t('teach.qualification.needs.hours') },
        ]}
      />
      <TextField
        name="amount"
        width="short"
        inputMode="numeric"
        optional
        label={t('teach.qualification.amount')}
        hint={t('teach.qualification.amountHint')}
        defaultValue={known?.amount ?? ''}
        autoComplete="off"
      />
      <TextField
        name="minimumAge"
        width="short"
        inputMode="numeric"
        optional
        label={t('teach.qualification.age')}
        hint={t('teach.qualification.ageHint')}
        defaultValue={known?.minimumAge ?? ''}
        autoComplete="off"
      />
    </FormPart>
  );
}

function Duration({ known, courses }: FieldsProps) {
  const { t } = useText();
  return (
    <FormPart title={t('teach.qualification.lasts')}>
      <TextField
        name="validMonths"
        width="short"
        inputMode="numeric"
        optional
        label={t('teach.qualification.months')}
        hint={t('teach.qualification.monthsHint')}
        defaultValue={known?.validMonths ?? ''}
        autoComplete="off"
      />
      <CourseChoices
        name="renewingCourseIds"
        optional
        label={t('teach.qualification.renews')}
        hint={t('teach.qualification.renewsHint')}
        chosen={known?.renewedBy ?? []}
        courses={courses}
      />
      <CourseChoices
        name="requiredByCourseIds"
        optional
        label={t('teach.qualification.requires')}
        hint={t('teach.qualification.requiresHint')}
        chosen={known?.requiredBy ?? []}
        courses={courses}
      />
      <CheckboxField
        name="archived"
        label={t('teach.qualification.archived')}
        hint={t('teach.qualification.archivedHint')}
        defaultChecked={known?.archived ?? false}
      />
    </FormPart>
  );
}

interface ChoicesProps {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  chosen: readonly { id: string; title: string }[];
  courses: CourseChoice[];
}

function CourseChoices({ name, label, hint, optional, chosen, courses }: ChoicesProps) {
  const ids = chosen.map(({ id }) => id);
  const offered = courses.filter(({ id, status }) => status !== 'archived' || ids.includes(id));
  // A course that the editor may not see must not be lost by saving.
  const unseen = chosen.filter(({ id }) => !courses.some((course) => course.id === id));
  return (
    <div className="choice-columns">
      <ChoiceGroup
        kind="checkbox"
        name={name}
        label={label}
        hint={hint}
        optional={optional}
        chosen={ids}
        choices={[...offered, ...unseen].map(({ id, title }) => ({ value: id, label: title }))}
      />
    </div>
  );
}
