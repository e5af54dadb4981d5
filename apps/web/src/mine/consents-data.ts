import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';
import { useText, type MessageKey } from '../i18n/text.js';
import { announce } from '../ui/announce.js';

const ConsentFragment = graphql(`
  fragment ConsentFields on Consent {
    id
    purpose
    givenAt
    withdrawnAt
    text {
      purpose
      version
      locale
      body
    }
  }
`);
export type ConsentData = ResultOf<typeof ConsentFragment>;

export const ConsentsDocument = graphql(
  `
    query MyConsents {
      myConsents {
        ...ConsentFields
      }
      myContactReadings {
        at
        actor
        purpose
      }
    }
  `,
  [ConsentFragment],
);

const WithdrawDocument = graphql(`
  mutation WithdrawConsent($purpose: String!) {
    withdrawConsent(purpose: $purpose) {
      id
    }
  }
`);

const GiveDocument = graphql(`
  mutation GiveConsent($consent: ConsentGivenInput!) {
    giveConsent(consent: $consent) {
      id
    }
  }
`);

const LeaveNetworkDocument = graphql(`
  mutation LeaveNetwork($network: Network!) {
    leaveNetwork(network: $network) {
      id
    }
  }
`);

const JoinNetworkDocument = graphql(`
  mutation JoinNetwork($network: Network!, $consent: ConsentGivenInput!) {
    joinNetwork(network: $network, consent: $consent) {
      __typename
      ... on JoinRefused {
        message
      }
    }
  }
`);

/** Consents that may be given and taken back here, in the order of the page. */
export const offered = [
  'terms',
  'network:solidarity',
  'network:climate',
  'network:paris',
  'contact-by-phone',
  'contact-by-associations',
] as const;
export type Purpose = (typeof offered)[number];

/** Whether a purpose is one that this page knows; an old record may name another. */
export function isOffered(purpose: string): purpose is Purpose {
  return (offered as readonly string[]).includes(purpose);
}

/** Names of the consents. */
export const titles: Record<Purpose, MessageKey> = {
  terms: 'mine.consent.terms',
  'network:solidarity': 'common.network.solidarity',
  'network:climate': 'common.network.climate',
  'network:paris': 'common.network.paris',
  'contact-by-phone': 'mine.consent.phone',
  'contact-by-associations': 'mine.consent.associations',
};

/** The network that a consent makes somebody a member of; null for the others. */
export function networkOf(purpose: Purpose): 'solidarity' | 'climate' | 'paris' | null {
  switch (purpose) {
    case 'network:solidarity':
      return 'solidarity';
    case 'network:climate':
      return 'climate';
    case 'network:paris':
      return 'paris';
    default:
      return null;
  }
}

/** Giving and withdrawing; for a network that is joining and leaving it. */
export function useConsentActions(purpose: Purpose) {
  const { t } = useText();
  const client = useQueryClient();
  const network = networkOf(purpose);
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['consents'] });
    await client.invalidateQueries({ queryKey: ['viewer'] });
    announce(t('mine.consent.changed'));
  };
  const withdraw = useMutation({
    mutationFn: async () => {
      if (network) await execute(LeaveNetworkDocument, { network });
      else await execute(WithdrawDocument, { purpose });
    },
    onSuccess,
  });
  const give = useMutation({
    /** The message of a refusal, null when it went well. */
    mutationFn: async (version: number): Promise<string | null> => {
      const consent = { purpose, version };
      if (!network) {
        await execute(GiveDocument, { consent });
        return null;
      }
      const { joinNetwork } = await execute(JoinNetworkDocument, { network, consent });
      return joinNetwork.__typename === 'JoinRefused' ? joinNetwork.message : null;
    },
    onSuccess,
  });
  return { give, withdraw };
}
