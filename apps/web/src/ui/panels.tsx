import { useId, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.js';

export type Tone = 'info' | 'good' | 'warn' | 'bad';
const icons: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' };

interface NoticeProps {
  tone?: Tone;
  title: string;
  /** `alert` is read at once: only for what went wrong after an action of the reader. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A coloured message in the page; the tone is never told by colour alone, the title says it. */
export function Notice({ tone = 'info', title, role, children }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon name={icons[tone]} />
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** A word about a thing. The dot repeats the colour of a network; the word carries the meaning. */
export function Tag({ tone, children }: { tone?: Tone | 'solidarity' | 'climate' | 'paris'; children: ReactNode }) {
  const network = tone === 'solidarity' || tone === 'climate';
  return (
    <span className={`tag ${tone ?? ''}`}>
      {network && <span className="tag-dot" />}
      {children}
    </span>
  );
}

/** Labels and values with small drawings; facts without a value are left out by the caller. */
export function Facts({ facts }: { facts: { icon: IconName; label: string; value: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map(({ icon, label, value }) => (
        <div key={label}>
          <Icon name={icon} />
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A titled part of a page. */
export function Section({ title, level = 2, children }: { title: string; level?: 2 | 3; children: ReactNode }) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className="stack">
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  );
}

/** More on demand, with the browser's own disclosure. */
export function Disclosure({ summary, open, children }: { summary: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="disclosure-body stack">{children}</div>
    </details>
  );
}
