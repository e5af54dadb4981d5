import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const MySecurityDocument = graphql(`
  query MySecurity {
    mySecurity {
      required
      strong
      fresh
      totpSince
      recoveryCodesLeft
      passkeys {
        id
        name
        createdAt
        lastUsedAt
      }
    }
  }
`);
export type Security = ResultOf<typeof MySecurityDocument>['mySecurity'];

/** How my account is protected; read each time, as the proof ages by the minute. */
export function useSecurity() {
  return useQuery({
    queryKey: ['security'],
    queryFn: async () => (await execute(MySecurityDocument)).mySecurity,
    staleTime: 0,
  });
}

/** To be called when the factors, or what this device has proved, have changed. */
export function useSecurityChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['security'] });
    await client.invalidateQueries({ queryKey: ['viewer'] });
  };
}

export const hasFactor = ({ totpSince, passkeys }: Security): boolean => totpSince !== null || passkeys.length > 0;

export const BeginTotpDocument = graphql(`
  mutation BeginTotp {
    beginTotp {
      secret
      uri
    }
  }
`);

export const ConfirmTotpDocument = graphql(`
  mutation ConfirmTotp($code: String!) {
    confirmTotp(code: $code) {
      __typename
      ... on FactorAdded {
        recoveryCodes
      }
      ... on SecondFactorRefused {
        message
      }
    }
  }
`);

export const RemoveTotpDocument = graphql(`
  mutation RemoveTotp {
    removeTotp {
      strong
    }
  }
`);

export const AddPasskeyDocument = graphql(`
  mutation AddPasskey($name: String!, $response: String!) {
    addPasskey(name: $name, response: $response) {
      __typename
      ... on FactorAdded {
        recoveryCodes
      }
      ... on SecondFactorRefused {
        message
      }
    }
  }
`);

export const RemovePasskeyDocument = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      strong
    }
  }
`);

export const RenewCodesDocument = graphql(`
  mutation RenewRecoveryCodes {
    renewRecoveryCodes
  }
`);

export const ProveByCodeDocument = graphql(`
  mutation ProveByCode($code: String!) {
    proveByCode(code: $code) {
      __typename
      ... on SecondFactorRefused {
        message
      }
    }
  }
`);

export const ProveByPasskeyDocument = graphql(`
  mutation ProveByPasskey($response: String!) {
    proveByPasskey(response: $response) {
      __typename
      ... on SecondFactorRefused {
        message
      }
    }
  }
`);

export const SignInWithPasskeyDocument = graphql(`
  mutation SignInWithPasskey($response: String!) {
    signInWithPasskey(response: $response) {
      __typename
      ... on SignInRefused {
        message
      }
    }
  }
`);
