/** One refused input, with the path of its field in the variables. */
export interface FieldFault {
  path: string;
  rule: string;
  message: string;
}

/** `OFFLINE`: the answer never came, so whether the server acted is unknown. The others are the server's own codes. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'SECOND_FACTOR_REQUIRED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'MAINTENANCE'
  | 'INTERNAL'
  | 'OFFLINE';

const codes: readonly string[] = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'SECOND_FACTOR_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'MAINTENANCE',
] satisfies ErrorCode[];

/** What went wrong with a request, as pages need it: a closed code, faults by field, and an id to quote. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly requestId: string | null = null,
    readonly fields: FieldFault[] = [],
  ) {
    super(message);
  }

  /** Reads an error from the `errors` of a GraphQL answer; a code we do not know counts as a fault of the server. */
  static of(message: string, extensions: Record<string, unknown> = {}, requestId: string | null = null): ApiError {
    const { code, fields } = extensions;
    const known = codes.includes(String(code)) ? (code as ErrorCode) : 'INTERNAL';
    const id = typeof extensions.requestId === 'string' ? extensions.requestId : requestId;
    return new ApiError(known, message, id, Array.isArray(fields) ? (fields as FieldFault[]) : []);
  }
}

/** Whether asking again may help without anybody changing anything. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'OFFLINE' || error.code === 'INTERNAL');
}
