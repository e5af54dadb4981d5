import { useViewer } from '../../api/viewer.js';
import type { Network } from '../../i18n/words.js';

const NETWORKS: readonly Network[] = ['solidarity', 'climate', 'paris'];

/** The networks that the coordinator works for, be it in one arrondissement; for administrators all. */
export function useOwnNetworks(): Network[] {
  const { data: viewer } = useViewer();
  const grants = viewer?.roles.filter(({ role }) => role === 'coordinator' || role === 'admin') ?? [];
  return NETWORKS.filter((network) => grants.some((grant) => grant.network === null || grant.network === network));
}
