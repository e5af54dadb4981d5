import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/execute.js';
import { SessionDocument } from './session-data.js';

/** A session as the server sees it for this reader; read again every few seconds while the page is looked at. */
export function useSession(id: string, live = true) {
  return useQuery({
    queryKey: ['session', id],
    queryFn: async () => (await execute(SessionDocument, { id })).session,
    refetchInterval: live ? 4_000 : false,
    refetchOnWindowFocus: live,
  });
}
