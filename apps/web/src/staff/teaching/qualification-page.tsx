import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useText, type MessageKey } from '../../i18n/text.js';
import { announce, ButtonLink, Empty, Form, Notice, PageTitle, QueryState, textIn, useForm } from '../../ui/index.js';
import { slugOf } from '../coord/course-draft.js';
import { Holders } from './holders.js';
import { QualificationFields } from './qualification-fields.js';
import {
  qualificationsQuery,
  saveQualification,
  type CourseChoice,
  type EditedQualification,
  type QualificationInput,
} from './qualifications-data.js';

const NEW = 'nouvelle';

/** The editor of one qualification, and who has it. */
export function QualificationPage() {
  const { t } = useText();
  const { slug = NEW } = useParams();
  const query = useQuery({ ...qualificationsQuery, refetchOnWindowFocus: false });
  const [saved, setSaved] = useState<string | null>(null);
  const known = query.data?.qualifications.find((one) => one.slug === slug) ?? null;
  const title = slug === NEW ? t('teach.qualifications.new') : (known?.name ?? t('teach.nav.qualifications'));
  return (
    <>
      <PageTitle title={title} section={t('teach.nav.qualifications')}>
        <span lang={known?.locale}>{title}</span>
      </PageTitle>
      {saved === slug && <Notice tone="good" title={t('teach.qualification.saved')} />}
      <QueryState query={query}>
        {({ courses }) =>
          slug === NEW || known ? (
            <>
              {known && <Holders qualification={known} />}
              <Editor key={`${slug}${known?.version ?? 0}`} known={known} courses={courses} onSaved={setSaved} />
            </>
          ) : (
            <Empty title={t('teach.qualifications.missing')}>
              <ButtonLink look="secondary" to="/coord/qualifications">
                {t('teach.nav.qualifications')}
              </ButtonLink>
            </Empty>
          )
        }
      </QueryState>
    </>
  );
}

interface EditorProps {
  known: EditedQualification | null;
  courses: CourseChoice[];
  onSaved: (slug: string) => void;
}

function Editor({ known, courses, onSaved }: EditorProps) {
  const { t } = useText();
  const navigate = useNavigate();
  const client = useQueryClient();
  const form = useForm({
    check: (data) => Object.fromEntries(Object.entries(faultsOf(data)).map(([name, key]) => [name, t(key)])),
    send: async (data) => {
      const saved = await saveQualification(inputOf(data, known));
      onSaved(saved.slug);
      announce(t('teach.qualification.saved'));
      await client.invalidateQueries({ queryKey: qualificationsQuery.queryKey });
      if (saved.slug !== known?.slug) await navigate(`/coord/qualifications/${saved.slug}`, { replace: true });
      window.scrollTo({ top: 0 });
    },
  });
  return (
    <Form
      form={form}
      label={t('teach.qualification.form')}
      submit={t('staff.action.save')}
      retry={() => void client.invalidateQueries({ queryKey: qualificationsQuery.queryKey })}
    >
      <QualificationFields known={known} courses={courses} />
    </Form>
  );
}

const SHORTEST_NAME = 3;

function faultsOf(data: FormData): Record<string, MessageKey> {
  const amount = Number(textIn(data, 'amount'));
  const counts = textIn(data, 'needs') !== 'courses';
  return {
    ...(textIn(data, 'name').length < SHORTEST_NAME && { name: 'teach.qualification.nameMissing' as const }),
    ...(data.getAll('networks').length === 0 && { networks: 'teach.qualification.networkMissing' as const }),
    ...(data.getAll('earningCourseIds').length === 0 && {
      earningCourseIds: 'teach.qualification.courseMissing' as const,
    }),
    ...(counts && !(amount >= 1 && amount <= 500) && { amount: 'teach.qualification.amountMissing' as const }),
  };
}

const idsIn = (data: FormData, name: string): string[] => data.getAll(name).map(String);

function inputOf(data: FormData, known: EditedQualification | null): QualificationInput {
  const number = (name: string): number | null => Number(textIn(data, name)) || null;
  const needs = textIn(data, 'needs') as QualificationInput['needs'];
  const name = textIn(data, 'name');
  return {
    id: known?.id,
    version: known?.version,
    // An address that people may have kept does not change along with the name.
    slug: known?.slug ?? slugOf(name),
    name,
    networks: idsIn(data, 'networks') as QualificationInput['networks'],
    description: textIn(data, 'description'),
    locale: known?.locale ?? 'fr',
    needs,
    amount: needs === 'courses' ? null : number('amount'),
    validMonths: number('validMonths'),
    minimumAge: number('minimumAge'),
    earningCourseIds: idsIn(data, 'earningCourseIds'),
    renewingCourseIds: idsIn(data, 'renewingCourseIds'),
    requiredByCourseIds: idsIn(data, 'requiredByCourseIds'),
    archived: data.get('archived') === 'yes',
  };
}
