import { execute } from '../api/execute.js';
import { graphql } from '../api/graphql.js';

const CreationOptionsDocument = graphql(`
  mutation PasskeyCreationOptions {
    passkeyCreationOptions
  }
`);

const RequestOptionsDocument = graphql(`
  mutation PasskeyRequestOptions {
    passkeyRequestOptions
  }
`);

/** Whether this browser can keep and use passkeys. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** The person closed the browser's question, or let it expire, or the key is already hers. */
export class PasskeyStopped extends Error {
  override readonly name = 'PasskeyStopped';
}

/**
 * Lets the browser make a passkey for the account that is signed in.
 *
 * @returns the browser's answer as JSON, for the server
 * @throws PasskeyStopped; ApiError
 */
export async function makePasskey(): Promise<string> {
  const { passkeyCreationOptions: options } = await execute(CreationOptionsDocument);
  const { startRegistration } = await import('@simplewebauthn/browser');
  return stoppable(() => startRegistration({ optionsJSON: JSON.parse(options) as never }));
}

/** Lets the browser ask for a passkey of this site; see `makePasskey`. */
export async function askPasskey(): Promise<string> {
  const { passkeyRequestOptions: options } = await execute(RequestOptionsDocument);
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return stoppable(() => startAuthentication({ optionsJSON: JSON.parse(options) as never }));
}

/** Browsers do not tell apart why nothing came of it, so that sites learn nothing of the keys somebody has. */
async function stoppable(ask: () => Promise<object>): Promise<string> {
  try {
    return JSON.stringify(await ask());
  } catch {
    throw new PasskeyStopped();
  }
}
