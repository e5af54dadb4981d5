import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { execute } from './execute.js';
import { graphql } from './graphql.js';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      accountId
      email
      byCard
      locale
      strong
      roles {
        id
        role
        network
        arrondissement
      }
      volunteer {
        id
        displayName
        memberships {
          network
        }
      }
    }
  }
`);

async function loadViewer() {
  return (await execute(ViewerDocument)).viewer;
}

/** The signed-in person, `null` for an anonymous reader. */
export type Viewer = Awaited<ReturnType<typeof loadViewer>>;
export type Role = NonNullable<Viewer>['roles'][number]['role'];

const viewerQuery = { queryKey: ['viewer'], queryFn: loadViewer, staleTime: 60_000 };

/** The signed-in person; shared by the header and every page, asked once. */
export function useViewer() {
  return useQuery(viewerQuery);
}

function refreshViewer(client: QueryClient): Promise<Viewer> {
  return client.fetchQuery({ ...viewerQuery, staleTime: 0 });
}

/**
 * After somebody signs in or joins, what was read as somebody else is read again: first what the page shows, then who she
 * is, so that no step of a page mixes the two.
 */
export function useReadAgain(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ type: 'inactive' });
    await client.refetchQueries({ type: 'active', predicate: ({ queryKey }) => queryKey[0] !== 'viewer' });
    await refreshViewer(client);
  };
}

/** Whether the person holds one of these roles, in any network. */
export function hasRole(viewer: Viewer | undefined, ...roles: Role[]): boolean {
  return viewer?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
