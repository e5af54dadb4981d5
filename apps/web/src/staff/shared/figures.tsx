import { useWords } from '../../i18n/words.js';

/** A few numbers with what they count. */
export function Figures({ figures }: { figures: { value: number; label: string; tone?: 'bad' }[] }) {
  const words = useWords();
  return (
    <dl className="figures">
      {figures.map(({ value, label, tone }) => (
        <div key={label} className={tone}>
          <dt>{label}</dt>
          <dd className="figure">{words.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
