import { useText } from '../../i18n/text.js';
import type { Network } from '../../i18n/words.js';
import { Tag } from '../../ui/index.js';

/** Networks by their short names, for lines of a table. */
export function NetworkTags({ networks }: { networks: readonly Network[] }) {
  const { t } = useText();
  return (
    <span className="row tight">
      {networks.map((network) => (
        <Tag key={network} tone={network}>
          {t(`staff.network.${network}`)}
        </Tag>
      ))}
    </span>
  );
}
