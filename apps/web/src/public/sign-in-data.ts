import { graphql } from '../api/graphql.js';

export const RequestCodeDocument = graphql(`
  mutation RequestSignInCode($email: String!) {
    requestSignInCode(email: $email) {
      email
      resendAfterSeconds
    }
  }
`);

export const SignInWithCodeDocument = graphql(`
  mutation SignInWithCode($email: String!, $code: String!) {
    signInWithCode(email: $email, code: $code) {
      __typename
      ... on SignedIn {
        isNew
      }
      ... on SignInRefused {
        reason
        message
        attemptsLeft
      }
    }
  }
`);

export const SignInWithLinkDocument = graphql(`
  mutation SignInWithLink($token: String!) {
    signInWithLink(token: $token) {
      __typename
      ... on SignedIn {
        isNew
      }
      ... on SignInRefused {
        message
      }
    }
  }
`);

/** The page to go back to, from the search part of an address. Only an address of this site will do. */
export function returnPath(search: URLSearchParams, otherwise: string): string {
  const path = search.get('retour') ?? '';
  return /^\/(?![/\\])/.test(path) ? path : otherwise;
}
