import { execute } from '../api/execute.js';
import { useText } from '../i18n/text.js';
import { brand } from '../shell/brand.js';
import { announce } from '../ui/announce.js';
import { Button } from '../ui/button.js';
import { ConfirmButton } from '../ui/confirm.js';
import { Section } from '../ui/panels.js';
import { RenewCodesDocument } from './security-data.js';

/** The codes on their one showing, with the ways of keeping them. */
export function CodesToKeep({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const { t } = useText();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    announce(t('security.codes.copied'));
  };
  const download = (): void => {
    const text = [`${brand.name} – ${t('security.codes.title')}`, '', ...codes, ''].join('\r\n');
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: t('security.codes.file') });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <Section title={t('security.codes.shown')}>
      <p>
        <strong>{t('security.codes.keep')}</strong> {t('security.codes.text')}
      </p>
      <ul role="list" className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ul>
      <div className="row no-print">
        {'clipboard' in navigator && (
          <Button look="secondary" onClick={() => void copy()}>
            {t('security.codes.copy')}
          </Button>
        )}
        <Button look="secondary" onClick={() => window.print()}>
          {t('security.codes.print')}
        </Button>
        <Button look="secondary" onClick={download}>
          {t('security.codes.download')}
        </Button>
        <Button onClick={onKept}>{t('security.codes.kept')}</Button>
      </div>
    </Section>
  );
}

interface CodesLeftProps {
  left: number;
  /** Whether the codes may be replaced now. */
  open: boolean;
  onCodes: (codes: string[]) => void;
}

/** How many codes are left, and new ones in their place. */
export function CodesLeft({ left, open, onCodes }: CodesLeftProps) {
  const { t } = useText();
  return (
    <Section title={t('security.codes.title')}>
      <p>
        {t('security.codes.text')} {t('security.codes.left', { count: left })}
      </p>
      {open && (
        <div>
          <ConfirmButton
            look="secondary"
            label={t('security.codes.renew')}
            title={t('security.codes.renewTitle')}
            confirm={t('security.codes.renewConfirm')}
            onConfirm={async () => onCodes((await execute(RenewCodesDocument)).renewRecoveryCodes)}
          >
            <p>{t('security.codes.renewText')}</p>
          </ConfirmButton>
        </div>
      )}
    </Section>
  );
}
