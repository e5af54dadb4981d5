import { useViewer } from '../../api/viewer.js';
import { useWords } from '../../i18n/words.js';
import type { Choice } from '../../ui/index.js';

/** Networks that give courses of their own; the wider Paris Volunteers follow courses of both. */
export const teachingNetworks = ['solidarity', 'climate'] as const;
export type TeachingNetwork = (typeof teachingNetworks)[number];

/** The networks whose courses and sessions this coordinator may change; for administrators both. */
export function useNetworkChoices(): (Choice & { value: TeachingNetwork })[] {
  const { data: viewer } = useViewer();
  const words = useWords();
  const grants = viewer?.roles.filter(({ role }) => role === 'coordinator' || role === 'admin') ?? [];
  return teachingNetworks
    .filter((network) => grants.some((grant) => grant.network === null || grant.network === network))
    .map((network) => ({ value: network, label: words.network(network) }));
}
