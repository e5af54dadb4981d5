import { useText, type MessageKey } from '../i18n/text.js';

/** A titled part of a notice. */
export function Part({
  title,
  texts,
  children,
}: {
  title: MessageKey;
  texts?: MessageKey[];
  children?: React.ReactNode;
}) {
  const { t } = useText();
  return (
    <>
      <h2>{t(title)}</h2>
      {texts?.map((text) => (
        <p key={text}>{t(text)}</p>
      ))}
      {children}
    </>
  );
}

/** A list of sentences. */
export function Points({ points }: { points: MessageKey[] }) {
  const { t } = useText();
  return (
    <ul>
      {points.map((point) => (
        <li key={point}>{t(point)}</li>
      ))}
    </ul>
  );
}
