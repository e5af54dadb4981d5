import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { materialsQuery, type Material } from '../../learning/materials-data.js';
import {
  announce,
  ChoiceGroup,
  ConfirmButton,
  Empty,
  QueryState,
  Section,
  Tag,
  TextArea,
  TextField,
  textIn,
} from '../../ui/index.js';
import { DialogForm } from '../shared/dialogs.js';
import { removeMaterial, saveMaterial, sendFile, type MaterialInput } from './materials-data.js';

interface PanelProps {
  course: { id: string; slug: string; locale: MaterialInput['locale'] };
}

/** The files and films of a course; which one still lacks its text is said in words. */
export function MaterialsPanel({ course }: PanelProps) {
  const { t } = useText();
  const query = useQuery(materialsQuery(course.slug));
  return (
    <Section title={t('teach.materials')}>
      <p className="hint">{t('teach.materials.why')}</p>
      <QueryState query={query} lines={3}>
        {(materials) =>
          materials.length === 0 ? (
            <Empty title={t('teach.materials.none')} />
          ) : (
            <ul role="list" className="rows">
              {materials.map((material) => (
                <li key={material.id} className="row apart">
                  <Row material={material} course={course} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      <div>
        <MaterialDialog course={course} known={null} />
      </div>
    </Section>
  );
}

function useReload({ slug }: PanelProps['course']): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: materialsQuery(slug).queryKey });
}

function Row({ material, course }: PanelProps & { material: Material }) {
  const { t } = useText();
  const reload = useReload(course);
  const { id, title, locale, fileName, lacksText } = material;
  return (
    <>
      <div className="stack tight">
        <strong lang={locale}>{title}</strong>
        <p className="row tight">
          {fileName && <span className="small">{fileName}</span>}
          <Tag tone={lacksText ? 'bad' : 'good'}>
            {t(lacksText ? 'teach.materials.lacksText' : 'teach.materials.hasText')}
          </Tag>
        </p>
      </div>
      <div className="row">
        <MaterialDialog course={course} known={material} />
        <ConfirmButton
          small
          look="quiet"
          label={t('teach.materials.remove')}
          title={t('teach.materials.removeTitle', { title })}
          confirm={t('teach.materials.remove')}
          onConfirm={async () => {
            await removeMaterial(id);
            await reload();
          }}
        >
          <p>{t('teach.materials.removeText')}</p>
        </ConfirmButton>
      </div>
    </>
  );
}

const SHORTEST_TITLE = 3;

function MaterialDialog({ course, known }: PanelProps & { known: Material | null }) {
  const { t } = useText();
  const reload = useReload(course);
  const chosen = useRef<File | null>(null);
  return (
    <DialogForm
      label={t(known ? 'teach.materials.edit' : 'teach.materials.add')}
      small={known !== null}
      title={known?.title ?? t('teach.materials.add')}
      submit={t('teach.materials.submit')}
      check={(data): Record<string, string> =>
        textIn(data, 'title').length < SHORTEST_TITLE ? { title: t('teach.materials.titleMissing') } : {}
      }
      send={async (data) => {
        const fileId = chosen.current ? await sendFile(chosen.current) : null;
        // What was refused is sent anew with the form.
        await saveMaterial({
          id: known?.id,
          courseId: course.id,
          title: textIn(data, 'title'),
          fileId,
          videoUrl: textIn(data, 'videoUrl') || null,
          textVersion: textIn(data, 'textVersion'),
          locale: known?.locale ?? course.locale,
          audience: textIn(data, 'audience') === 'attendees' ? 'attendees' : 'public',
        });
        chosen.current = null;
        announce(t('teach.materials.saved'));
        await reload();
      }}
    >
      <TextField
        name="title"
        label={t('teach.materials.title')}
        maxLength={120}
        defaultValue={known?.title}
        autoComplete="off"
      />
      <FileField isNew={known !== null} choose={(file) => (chosen.current = file)} />
      <TextField
        name="videoUrl"
        type="url"
        optional
        label={t('teach.materials.video')}
        defaultValue={known?.fileName === null ? (known.url ?? '') : ''}
        autoComplete="off"
      />
      <TextArea
        name="textVersion"
        rows={8}
        optional
        label={t('teach.materials.text')}
        hint={t('teach.materials.textHint')}
        maxLength={100_000}
        defaultValue={known?.textVersion ?? ''}
      />
      <ChoiceGroup
        kind="radio"
        name="audience"
        label={t('teach.materials.audience')}
        chosen={[known?.audience ?? 'public']}
        choices={[
          { value: 'public', label: t('teach.materials.public') },
          { value: 'attendees', label: t('teach.materials.attendees') },
        ]}
      />
    </DialogForm>
  );
}

function FileField({ isNew, choose }: { isNew: boolean; choose: (file: File | null) => void }) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {t('teach.materials.file')}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('teach.materials.fileHint')} {isNew && t('teach.materials.fileNew')}
      </p>
      <input
        id={id}
        type="file"
        className="input"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0] ?? null)}
      />
    </div>
  );
}
