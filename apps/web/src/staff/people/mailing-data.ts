import type { ResultOf, VariablesOf } from 'gql.tada';
import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const PreviewDocument = graphql(`
  query PreviewMailing($input: MailingInput!) {
    previewMailing(input: $input) {
      subject
      html
      text
      byMail
      byNotice
      leftOut {
        reason
        count
      }
    }
  }
`);
export type MailingInput = VariablesOf<typeof PreviewDocument>['input'];
export type MailingPreview = ResultOf<typeof PreviewDocument>['previewMailing'];

/** The mail as it would leave, and whom it reaches. */
export async function previewMailing(input: MailingInput): Promise<MailingPreview> {
  return (await execute(PreviewDocument, { input })).previewMailing;
}

const TestDocument = graphql(`
  mutation TestMailing($input: MailingInput!) {
    testMailing(input: $input)
  }
`);
export async function testMailing(input: MailingInput): Promise<void> {
  await execute(TestDocument, { input });
}

const SendDocument = graphql(`
  mutation SendMailing($input: MailingInput!, $expected: Int!) {
    sendMailing(input: $input, expected: $expected) {
      __typename
      ... on MailingView {
        id
      }
      ... on MailingRefused {
        message
      }
    }
  }
`);
/** Sends it, or tells in words why nobody got anything. */
export async function sendMailing(input: MailingInput, expected: number): Promise<string | null> {
  const { sendMailing: result } = await execute(SendDocument, { input, expected });
  return result.__typename === 'MailingRefused' ? result.message : null;
}

const MailingsDocument = graphql(`
  query MailingsToMany {
    mailingsToMany {
      id
      network
      subject
      status
      createdAt
      recipients
      handed
      sent
      failed
    }
  }
`);
export type Mailing = ResultOf<typeof MailingsDocument>['mailingsToMany'][number];

/** Mails to many of the coordinator's networks, last first. */
export async function loadMailings(): Promise<Mailing[]> {
  return (await execute(MailingsDocument)).mailingsToMany;
}

const StopDocument = graphql(`
  mutation StopMailing($id: ID!) {
    stopMailing(id: $id) {
      id
    }
  }
`);
export async function stopMailing(id: string): Promise<void> {
  await execute(StopDocument, { id });
}
