import { GraphQLError } from 'graphql';

/** Codes that a client may rely on, in `extensions.code`. */
export const ERROR_CODES = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'SECOND_FACTOR_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'MAINTENANCE',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A fault of one input field: `path` as in the input (`input.email`), `rule` stable, `message` for the reader. */
export interface FieldFault {
  path: string;
  rule: string;
  message?: string;
}

/** An error that the reader may see as it is. Everything else is masked as INTERNAL. */
export class UserError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: FieldFault[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(message, {
      extensions: {
        code,
        ...(fields.length > 0 && { fields }),
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      },
    });
  }
}

export function userError(code: ErrorCode, message: string, fields: FieldFault[] = []): UserError {
  return new UserError(code, message, fields);
}

/** Also for "exists but is not yours": the two must not be told apart. */
export const notFound = (what: string): UserError => userError('NOT_FOUND', `${what}: not found.`);
