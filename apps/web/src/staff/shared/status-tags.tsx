import { useText, type MessageKey } from '../../i18n/text.js';
import { Tag, type Tone } from '../../ui/index.js';
import type { SessionRow } from './session-rows.js';

const sessionStatuses: Record<SessionRow['status'], { label: MessageKey; tone?: Tone }> = {
  template: { label: 'staff.status.template', tone: 'info' },
  draft: { label: 'staff.status.draft' },
  published: { label: 'staff.status.published', tone: 'good' },
  cancelled: { label: 'staff.status.cancelled', tone: 'bad' },
};

export function SessionStatus({ status }: { status: SessionRow['status'] }) {
  const { t } = useText();
  const { label, tone } = sessionStatuses[status];
  return <Tag tone={tone}>{t(label)}</Tag>;
}

const courseStatuses = {
  draft: { label: 'staff.status.draft', tone: undefined },
  published: { label: 'staff.status.published', tone: 'good' },
  archived: { label: 'staff.status.archived', tone: 'warn' },
} as const;

export function CourseStatus({ status }: { status: keyof typeof courseStatuses }) {
  const { t } = useText();
  const { label, tone } = courseStatuses[status];
  return <Tag tone={tone}>{t(label)}</Tag>;
}
