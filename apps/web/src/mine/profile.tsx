import { LANGUAGES, NEIGHBOURING_COMMUNES, SKILLS, THEMES } from '@volunteers/vocabulary.js';
import { useId } from 'react';
import { useText } from '../i18n/text.js';
import { useWords } from '../i18n/words.js';
import { announce } from '../ui/announce.js';
import { CheckboxField, ChoiceGroup, SelectField, TextArea, TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Section } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import { ContactForm } from './contact-form.js';
import { useProfile, useSaveProfile, type ProfileData } from './profile-data.js';
import { skillLabels, themeLabels } from './vocabulary.js';

/** Who I am, where, what I can lend, and how I want to be written to. Everything but the first name may stay empty. */
export default function ProfilePage() {
  const { t } = useText();
  const query = useProfile();
  return (
    <>
      <PageTitle title={t('mine.profile.title')} section={t('mine.nav.title')} />
      <QueryState query={query} lines={12}>
        {({ profile, contact, email }) =>
          profile && (
            <>
              <Section title={t('mine.contact.title')}>
                <ContactForm contact={contact} email={email} />
              </Section>
              <Section title={t('mine.profile.aboutMe')}>
                {/* Saved elsewhere or here, another version starts the form anew from it. */}
                <ProfileForm key={profile.version} profile={profile} />
              </Section>
            </>
          )
        }
      </QueryState>
    </>
  );
}

function chosen(data: FormData, name: string): string[] {
  return data.getAll(name).map(String);
}

function ProfileForm({ profile }: { profile: ProfileData }) {
  const { t } = useText();
  const words = useWords();
  const communes = useId();
  const { save, conflict } = useSaveProfile(profile);
  const form = useForm({
    send: async (data) => {
      const arrondissement = textIn(data, 'arrondissement');
      await save({
        arrondissement: arrondissement === '' ? null : Number(arrondissement),
        commune: textIn(data, 'commune') || null,
        languages: chosen(data, 'languages'),
        skills: chosen(data, 'skills'),
        themes: chosen(data, 'themes'),
        accessNeeds: textIn(data, 'accessNeeds') || null,
        wantsReminders: data.has('wantsReminders'),
        quietFrom: Number(textIn(data, 'quietFrom')),
        quietUntil: Number(textIn(data, 'quietUntil')),
      });
      announce(t('mine.profile.saved'));
    },
  });
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: t('mine.profile.hour', { hour }),
  }));
  const arrondissements = Array.from({ length: 20 }, (_, at) => ({
    value: String(at + 1),
    label: words.arrondissement(at + 1),
  }));
  return (
    <Form form={form} label={t('mine.profile.title')} submit={t('mine.profile.save')} conflict={conflict}>
      <SelectField
        name="arrondissement"
        label={t('mine.profile.arrondissement')}
        hint={t('mine.profile.arrondissementHint')}
        optional
        defaultValue={profile.arrondissement ?? ''}
        choices={[{ value: '', label: t('mine.profile.outside') }, ...arrondissements]}
      />
      <TextField
        name="commune"
        label={t('mine.profile.commune')}
        optional
        list={communes}
        defaultValue={profile.commune ?? ''}
        autoComplete="address-level2"
      />
      <datalist id={communes}>
        {NEIGHBOURING_COMMUNES.map((commune) => (
          <option key={commune} value={commune} />
        ))}
      </datalist>
      <Columns>
        <ChoiceGroup
          kind="checkbox"
          name="languages"
          label={t('mine.profile.languages')}
          optional
          chosen={profile.languages}
          choices={LANGUAGES.map((code) => ({ value: code, label: words.language(code) }))}
        />
      </Columns>
      <Columns>
        <ChoiceGroup
          kind="checkbox"
          name="skills"
          label={t('mine.profile.skills')}
          optional
          chosen={profile.skills}
          choices={SKILLS.map((skill) => ({ value: skill, label: t(skillLabels[skill]) }))}
        />
      </Columns>
      <Columns>
        <ChoiceGroup
          kind="checkbox"
          name="themes"
          label={t('mine.profile.themes')}
          optional
          chosen={profile.themes}
          choices={THEMES.map((theme) => ({ value: theme, label: t(themeLabels[theme]) }))}
        />
      </Columns>
      <TextArea
        name="accessNeeds"
        label={t('mine.profile.accessNeeds')}
        hint={t('mine.profile.accessNeedsHint')}
        optional
        maxLength={500}
        defaultValue={profile.accessNeeds ?? ''}
      />
      <CheckboxField
        name="wantsReminders"
        label={t('mine.profile.reminders')}
        hint={t('mine.profile.remindersHint')}
        defaultChecked={profile.wantsReminders}
      />
      <fieldset className="stack tight">
        <legend className="label">{t('mine.profile.quiet')}</legend>
        <p className="hint">{t('mine.profile.quietHint')}</p>
        <div className="row">
          <SelectField
            name="quietFrom"
            label={t('mine.profile.quietFrom')}
            defaultValue={profile.quietFrom}
            choices={hours}
          />
          <SelectField
            name="quietUntil"
            label={t('mine.profile.quietUntil')}
            defaultValue={profile.quietUntil}
            choices={hours}
          />
        </div>
      </fieldset>
    </Form>
  );
}

function Columns({ children }: { children: React.ReactNode }) {
  return <div className="choice-columns">{children}</div>;
}
