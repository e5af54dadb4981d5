import type { ReactNode } from 'react';
import { useReadAgain, useViewer } from '../api/viewer.js';
import { useText } from '../i18n/text.js';
import { Identify } from '../public/identify.js';
import { JoinForm } from '../public/join.js';
import type { SessionData } from '../public/session-data.js';
import { PageTitle } from '../ui/page-title.js';
import { QueryState } from '../ui/states.js';

interface KnownProps {
  session: SessionData;
  title: string;
  /** What it is about, above each step. */
  intro: ReactNode;
  children: ReactNode;
}

/** Shows its children to volunteers; others first say who they are, and newcomers make a profile on the way. */
export function KnownPerson({ session, title, intro, children }: KnownProps) {
  const { t } = useText();
  const viewer = useViewer();
  const readAgain = useReadAgain();
  return (
    <QueryState query={viewer}>
      {(person) => {
        if (!person) return <Identify title={title} section={session.course.title} intro={intro} />;
        if (person.volunteer) return children;
        return (
          <>
            <PageTitle title={t('web.join.aboutYou')} section={session.course.title} step="profile" />
            {intro}
            <JoinForm
              networks={session.course.networks}
              chosen={[]}
              submit={t('web.join.submit')}
              onJoined={() => readAgain().then(() => undefined)}
            />
          </>
        );
      }}
    </QueryState>
  );
}
