import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { useText } from '../i18n/text.js';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';
const looks: Record<Look, string> = {
  primary: 'button',
  secondary: 'button secondary',
  quiet: 'button quiet',
  danger: 'button danger',
};

interface Appearance {
  look?: Look;
  small?: boolean;
  wide?: boolean;
}

function classOf({ look = 'primary', small, wide }: Appearance): string {
  return [looks[look], small && 'small', wide && 'wide'].filter(Boolean).join(' ');
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, Appearance {
  /** While true the button keeps its place and focus, says that it works, and ignores presses. */
  busy?: boolean;
}

/** A button. It is never disabled: an incomplete form answers with what is missing. */
export function Button({ look, small, wide, busy = false, onClick, children, ...rest }: ButtonProps) {
  const { t } = useText();
  return (
    <button
      type="button"
      {...rest}
      className={classOf({ look, small, wide })}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
      {busy && <span className="visually-hidden"> – {t('web.state.working')}</span>}
    </button>
  );
}

/** A link that leads to an action and looks like a button. */
export function ButtonLink({ look, small, wide, ...rest }: LinkProps & Appearance & { children: ReactNode }) {
  return <Link {...rest} className={classOf({ look, small, wide })} />;
}
