import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { MoreMessages } from '../i18n/provider.js';
import { useText } from '../i18n/text.js';
import { BadgeForm } from '../recognition/badge-form.js';
import { CheckedNotice } from '../recognition/checked-notice.js';
import { inGroups } from '../recognition/duration.js';
import { checkQuery } from '../recognition/verifier-data.js';
import { ButtonLink } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { Form } from '../ui/form.js';
import { PageTitle } from '../ui/page-title.js';
import { Disclosure, Notice } from '../ui/panels.js';
import { QueryState } from '../ui/states.js';
import { textIn, useForm } from '../ui/use-form.js';
import '../styles/recognition.css';

/** Where anybody checks a certificate: by the code that is printed on it, or by the signed file. */
export default function VerifierPage() {
  const { code } = useParams();
  return (
    <MoreMessages area="web-recognition">
      <MoreMessages area="web-verifier">
        <div className="wrap narrow stack">{code ? <Answer key={code} code={code} /> : <Ask />}</div>
      </MoreMessages>
    </MoreMessages>
  );
}

function Ask() {
  const { t } = useText();
  return (
    <>
      <PageTitle title={t('verify.title')} />
      <p className="lede">{t('verify.lede')}</p>
      <CodeForm />
      <Disclosure summary={t('verify.badge.title')}>
        <BadgeForm />
      </Disclosure>
    </>
  );
}

function CodeForm({ known = '' }: { known?: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const form = useForm({
    check: (data) => (textIn(data, 'code') ? {} : { code: t('verify.codeMissing') }),
    send: async (data) => {
      await navigate(`/verifier/${encodeURIComponent(textIn(data, 'code').replace(/[\s/-]/g, ''))}`);
    },
  });
  return (
    <Form form={form} label={t('verify.title')} submit={t('verify.submit')}>
      <TextField
        name="code"
        label={t('verify.code')}
        hint={t('verify.codeHint')}
        defaultValue={known}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        dir="ltr"
      />
    </Form>
  );
}

function Answer({ code }: { code: string }) {
  const { t } = useText();
  const query = useQuery(checkQuery(code));
  return (
    <QueryState query={query} lines={6} titled>
      {(checked) =>
        checked.__typename === 'CertificateUnknown' ? (
          <>
            <PageTitle title={t('verify.unknown')} section={t('verify.title')} />
            <Notice tone="warn" title={checked.message} role="status">
              <p>{t('verify.unknownHint')}</p>
            </Notice>
            <CodeForm known={inGroups(code.slice(0, 40))} />
          </>
        ) : (
          <>
            <PageTitle title={t(checked.valid ? 'verify.valid' : 'verify.revoked')} section={t('verify.title')} />
            <CheckedNotice checked={checked} />
            <div>
              <ButtonLink look="secondary" to="/verifier">
                {t('verify.another')}
              </ButtonLink>
            </div>
          </>
        )
      }
    </QueryState>
  );
}
