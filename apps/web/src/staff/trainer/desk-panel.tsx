import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.js';
import { Button, Disclosure, Failure, Form, Icon, TextField, textIn, useForm } from '../../ui/index.js';
import { QrCamera } from './qr-camera.js';
import type { Desk, Outcome } from './use-desk.js';

/** Where people are checked in: a field for codes and scanners, the camera, and somebody who did not book. */
export function DeskPanel({ desk }: { desk: Desk }) {
  const { t } = useText();
  return (
    <section className="desk stack no-print" aria-label={t('staff.desk.title')}>
      <Result desk={desk} />
      <CodeForm desk={desk} />
      <QrCamera onCode={(code) => void desk.byCode(code, 'qr')} />
      <Disclosure summary={t('staff.walkIn.title')}>
        <WalkInForm desk={desk} />
      </Disclosure>
    </section>
  );
}

function Result({ desk: { outcome, error, ...desk } }: { desk: Desk }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever ticks names off a list is not carried away from it by what went well.
    const expected = outcome?.from === 'list' && (outcome.tone === 'good' || outcome.tone === 'info');
    if ((outcome || error !== null) && !expected) holder.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome, error]);
  return (
    <div ref={holder} className="result">
      {error !== null ? (
        <Failure error={error} />
      ) : (
        outcome && <OutcomePanel outcome={outcome} busy={desk.busy} undo={(id) => void desk.undo(id, 'desk')} />
      )}
    </div>
  );
}

interface OutcomeProps {
  outcome: Outcome;
  busy: boolean;
  undo: (enrolmentId: string) => void;
}

function OutcomePanel({ outcome, busy, undo }: OutcomeProps) {
  const { t } = useText();
  const { tone, title, person, undoable } = outcome;
  return (
    <div className={`outcome ${tone}`}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'info' : 'warning'} size={44} />
      <div className="stack tight">
        <p className="outcome-title">{title}</p>
        {person && (
          <>
            <p className="outcome-name">{person.displayName}</p>
            <p>{t('staff.desk.code', { code: person.bookingCode })}</p>
            {person.walkIn && <p>{t('staff.walkIn.tag')}</p>}
            {person.accessNeeds && (
              <p className="outcome-needs">{t('staff.desk.needs', { needs: person.accessNeeds })}</p>
            )}
          </>
        )}
        {person && undoable && (
          <div>
            <Button small look="secondary" busy={busy} onClick={() => undo(person.enrolmentId)}>
              {t('staff.desk.undo')}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function CodeForm({ desk }: { desk: Desk }) {
  const { t } = useText();
  const holder = useRef<HTMLDivElement>(null);
  const form = useForm({
    check: (data) => (textIn(data, 'code') ? {} : { code: t('staff.desk.codeMissing') }),
    send: async (data) => {
      const told = await desk.byCode(textIn(data, 'code'), 'code');
      const field = holder.current?.querySelector('input');
      if (!field) return;
      // The next person's code replaces this one; after a lost answer it stays, to be sent again.
      if (told) field.value = '';
      field.focus();
      field.select();
    },
  });

  // A scanner types like a keyboard: what it types while nothing is being filled in belongs in the field.
  useEffect(() => {
    const lead = (event: KeyboardEvent): void => {
      const idle = document.activeElement === document.body || document.activeElement?.tagName === 'H1';
      const typing = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key);
      if (idle && typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        holder.current?.querySelector('input')?.focus();
      }
    };
    document.addEventListener('keydown', lead);
    return () => document.removeEventListener('keydown', lead);
  }, []);

  return (
    <div ref={holder} className="code-form">
      <Form form={form} label={t('staff.desk.codeForm')} submit={t('staff.desk.checkIn')}>
        <TextField
          name="code"
          label={t('staff.desk.codeField')}
          hint={t('staff.desk.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
        />
      </Form>
    </div>
  );
}

function WalkInForm({ desk }: { desk: Desk }) {
  const { t } = useText();
  const holder = useRef<HTMLDivElement>(null);
  const form = useForm({
    check: (data) => {
      const year = textIn(data, 'birthYear');
      return {
        ...(textIn(data, 'givenName') ? {} : { givenName: t('staff.walkIn.nameMissing') }),
        ...(year && !/^(19|20)\d\d$/.test(year) ? { birthYear: t('staff.walkIn.yearWrong') } : {}),
      };
    },
    send: async (data) => {
      const told = await desk.walkIn({
        givenName: textIn(data, 'givenName'),
        email: textIn(data, 'email') || null,
        birthYear: Number(textIn(data, 'birthYear')) || null,
      });
      if (told?.tone === 'good') holder.current?.querySelector('form')?.reset();
    },
  });
  return (
    <div ref={holder}>
      <Form form={form} label={t('staff.walkIn.title')} submit={t('staff.walkIn.submit')}>
        <TextField name="givenName" label={t('staff.walkIn.name')} autoComplete="off" />
        <TextField
          name="email"
          type="email"
          label={t('staff.walkIn.email')}
          hint={t('staff.walkIn.emailHint')}
          optional
          autoComplete="off"
        />
        <TextField
          name="birthYear"
          label={t('staff.walkIn.year')}
          hint={t('staff.walkIn.yearHint')}
          optional
          width="short"
          inputMode="numeric"
          autoComplete="off"
        />
      </Form>
    </div>
  );
}
