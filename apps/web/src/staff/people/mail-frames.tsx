import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.js';

const WIDTHS = [
  { name: 'mail-600', width: 600, label: 'people.mail.wide' },
  { name: 'mail-320', width: 320, label: 'people.mail.narrow' },
] as const;

/**
 * A mail as mail programs show it, at two widths. The page's own rules forbid the styles that mails carry, so the mail
 * is sent to an address that gives it back under rules of its own, without scripts.
 */
export function MailFrames({ html }: { html: string }) {
  const { t } = useText();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    for (const { name } of WIDTHS) {
      if (!form.current) return;
      form.current.target = name;
      form.current.submit();
    }
  }, [html]);
  return (
    <div className="row mail-frames">
      <form ref={form} method="post" action="/mailings/preview" hidden>
        <input type="hidden" name="html" value={html} />
      </form>
      {WIDTHS.map(({ name, width, label }) => (
        <figure key={name} className="stack tight">
          <figcaption>{t(label)}</figcaption>
          <iframe name={name} title={t(label)} width={width} height={560} sandbox="" />
        </figure>
      ))}
    </div>
  );
}
