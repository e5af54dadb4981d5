import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { execute } from './execute.js';
import { graphql } from './graphql.js';

const ViewerDocument = graphql(`
  query Viewer {
    viewer {
      accountId
      email
      locale
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

/** Reads the signed-in person again, for instance right after a sign-in. */
export function refreshViewer(client: QueryClient): Promise<Viewer> {
  return client.fetchQuery({ ...viewerQuery, staleTime: 0 });
}

/** After somebody signs in or out nothing that was read before may be shown. */
export function useForgetEverything(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'viewer' });
    await refreshViewer(client);
  };
}

/** Whether the person holds one of these roles, in any network. */
export function hasRole(viewer: Viewer | undefined, ...roles: Role[]): boolean {
  return viewer?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
