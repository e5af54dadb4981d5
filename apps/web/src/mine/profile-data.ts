import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf, VariablesOf } from 'gql.tada';
import { useRef } from 'react';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import type { ConflictChoice } from '../ui/form.js';

const ProfileFragment = graphql(`
  fragment ProfileFields on Volunteer {
    id
    version
    displayName
    locale
    arrondissement
    commune
    languages
    skills
    themes
    availability
    accessNeeds
    wantsReminders
    quietFrom
    quietUntil
    memberships {
      network
      joinedAt
    }
  }
`);
export type ProfileData = ResultOf<typeof ProfileFragment>;

const ProfileDocument = graphql(
  `
    query MyProfile {
      viewer {
        email
        volunteer {
          ...ProfileFields
        }
      }
      myContact {
        givenName
        familyName
        phone
        birthYear
      }
    }
  `,
  [ProfileFragment],
);

const UpdateProfileDocument = graphql(
  `
    mutation UpdateProfile($input: ProfileInput!) {
      updateProfile(input: $input) {
        ...ProfileFields
      }
    }
  `,
  [ProfileFragment],
);
export type ProfileChange = Omit<VariablesOf<typeof UpdateProfileDocument>['input'], 'version'>;

const profileKey = ['profile'];

/** My profile and my own contact data, together because one page shows both. */
export function useProfile() {
  return useQuery({
    queryKey: profileKey,
    queryFn: async () => {
      const { viewer, myContact } = await execute(ProfileDocument);
      return { email: viewer?.email ?? '', profile: viewer?.volunteer ?? null, contact: myContact };
    },
    // A form must not change under the hands of who fills it in.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

const ProfileVersionDocument = graphql(`
  query ProfileVersion {
    viewer {
      volunteer {
        version
      }
    }
  }
`);

/**
 * Saves part of my profile; refused as `CONFLICT` when it was changed elsewhere since it was read. The way out is hers:
 * `keepMine` saves what she typed over the other change, `takeOther` reads that change into the form.
 */
export function useSaveProfile(profile: ProfileData) {
  const client = useQueryClient();
  const version = useRef(profile.version);
  const changed = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: profileKey });
    await client.invalidateQueries({ queryKey: ['viewer'] });
  };
  const save = useMutation({
    mutationFn: (change: ProfileChange) =>
      execute(UpdateProfileDocument, { input: { ...change, version: version.current } }),
    onSuccess: changed,
  });
  const conflict: ConflictChoice = {
    keepMine: async () => {
      const { viewer } = await execute(ProfileVersionDocument);
      version.current = viewer?.volunteer?.version ?? version.current;
    },
    takeOther: () => void changed(),
  };
  return { save: save.mutateAsync, conflict };
}
