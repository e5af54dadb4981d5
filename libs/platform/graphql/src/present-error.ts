import { HttpException, Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Locale } from '#platform/kernel';
import { isDatabaseAway, reasonOf } from '#platform/database';
import { isMessageKey, t } from '#platform/i18n';
import { UserError, type ErrorCode, type FieldFault } from './errors.js';

const log = new Logger('GraphQL');

/** Faults that GraphQL itself finds in a document or its variables: their text names only what the client sent. */
export const OF_THE_DOCUMENT = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);
const OF_HTTP: Record<number, ErrorCode> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  503: 'UNAVAILABLE',
};

/** Of a status without a code of its own: below 500 the request is at fault (too long, of an unknown kind, ...). */
const codeOf = (status: number): ErrorCode => OF_HTTP[status] ?? (status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL');

/** What was thrown, under the wraps of GraphQL: one that says where, and one for what is no `Error` of its own realm. */
function original(error: unknown): unknown {
  if (error instanceof GraphQLError && !(error instanceof UserError) && error.originalError)
    return original(error.originalError);
  return (error as { thrownValue?: unknown } | null)?.thrownValue ?? error;
}

function inWords(fault: FieldFault, locale: Locale): FieldFault {
  const key = `validation.${fault.rule}`;
  const sentence = isMessageKey(key) ? t(locale, key) : fault.message;
  return { ...fault, ...(sentence !== undefined && { message: sentence }) };
}

/**
 * The error as the client may see it: known errors in the reader's language, anything else masked as INTERNAL with the
 * request id under which the log has the truth.
 */
export function presentError(error: unknown, locale: Locale, requestId: string): GraphQLFormattedError {
  const cause = original(error);
  const { path, locations } = error instanceof GraphQLError ? error : {};
  const where = { ...(path && { path }), ...(locations && { locations }) };
  if (cause instanceof UserError) {
    const fields = cause.fields.map((fault) => inWords(fault, locale));
    const message = cause.fields.length > 0 ? t(locale, 'error.BAD_USER_INPUT') : said(cause, locale);
    return { message, ...where, extensions: { ...cause.extensions, ...(fields.length > 0 && { fields }), requestId } };
  }
  if (cause instanceof HttpException) {
    const code = codeOf(cause.getStatus());
    const key = code === 'BAD_USER_INPUT' ? 'error.BAD_REQUEST' : (`error.${code}` as const);
    return { message: t(locale, key, { requestId }), ...where, extensions: { code, requestId } };
  }
  if (isMalformedId(cause))
    return {
      message: t(locale, 'error.NOT_FOUND', { requestId }),
      ...where,
      extensions: { code: 'NOT_FOUND', requestId },
    };
  if (isUnreadableValue(cause)) {
    log.warn(`${requestId} ${cause.message}`);
    return { message: t(locale, 'error.BAD_REQUEST'), ...where, extensions: { code: 'BAD_USER_INPUT', requestId } };
  }
  if (isDatabaseAway(cause)) {
    logOutage(reasonOf(cause));
    return { message: t(locale, 'error.UNAVAILABLE'), ...where, extensions: { code: 'UNAVAILABLE', requestId } };
  }
  // Compiled execution makes GraphQL errors that lack `extensions`, whatever their type says.
  const extensions: Record<string, unknown> | undefined = error instanceof GraphQLError ? error.extensions : undefined;
  const code = String(extensions?.['code'] ?? '');
  if (error instanceof GraphQLError && isOfGraphql(error, cause) && (OF_THE_DOCUMENT.has(code) || code === ''))
    return { message: unhelpful(error.message), ...where, extensions: { code: code || 'BAD_USER_INPUT', requestId } };
  log.error(cause instanceof Error ? `${requestId} ${cause.stack}` : `${requestId} ${String(cause)}`);
  return { message: t(locale, 'error.INTERNAL', { requestId }), ...where, extensions: { code: 'INTERNAL', requestId } };
}

/** Code of an error of Postgres or of the line to it, whether TypeORM has wrapped it or not; else empty. */
function sqlCode(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: string; driverError?: { code?: string } };
  return String(code ?? driverError?.code ?? '');
}

/** Identifiers are opaque to clients: one that Postgres cannot even read as a uuid stands for nothing. */
function isMalformedId(error: unknown): boolean {
  return error instanceof Error && sqlCode(error) === '22P02' && /\buuid\b/.test(error.message);
}

/**
 * Values that GraphQL lets through and Postgres cannot read: texts with the character NUL or half a surrogate pair, and
 * the numbers and dates of a cursor that somebody made up.
 */
const UNREADABLE = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);

const isUnreadableValue = (error: unknown): error is Error => UNREADABLE.has(sqlCode(error));

const OUTAGE_LOGGED_EVERY_MS = 10_000;
let outageLoggedAt = -Infinity;

/** While the database is away every request would write the same line. */
function logOutage(reason: string): void {
  if (performance.now() - outageLoggedAt < OUTAGE_LOGGED_EVERY_MS) return;
  outageLoggedAt = performance.now();
  log.error(`The database is away: ${reason}`);
}

/** What GraphQL says of a wrong value, without the names that it guesses and without repeating a page of input. */
const unhelpful = (message: string): string => message.replace(/ Did you mean [^]*$/, '').slice(0, 500);

/** Whether GraphQL itself found the fault; that of a variable comes before any field is executed, so it has no path. */
const isOfGraphql = (error: GraphQLError, cause: unknown): boolean =>
  cause === error || (cause instanceof GraphQLError && error.path === undefined);

/** A message that is a key of the catalogue is said in the reader's language; any other text stands as it is. */
function said(error: UserError, locale: Locale): string {
  return isMessageKey(error.message) ? t(locale, error.message) : error.message;
}
