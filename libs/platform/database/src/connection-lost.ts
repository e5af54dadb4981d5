import { QueryFailedError } from 'typeorm';

/** The line to Postgres broke in the middle of a transaction: whether it was committed is not known. */
export class ConnectionLost extends Error {
  /** SQLSTATE "connection failure". */
  readonly code = '08006';

  constructor(cause: unknown) {
    super('The connection to the database was lost in a transaction', { cause });
  }
}

/** Codes and words with which pg says that there is no server to talk to, or that it is starting or stopping. */
const AWAY = /^(ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|57P0[123]|08\w{3}|53300)$/;
const IN_WORDS = /Connection terminated|connection error|timeout exceeded when trying to connect/;

/** Whether an error says that the database cannot be reached at the moment. Nothing helps but to try again later. */
export function isDatabaseAway(error: unknown): error is Error {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const { code = '', message = '' } = (cause ?? {}) as { code?: string; message?: string };
  return AWAY.test(code) || IN_WORDS.test(message);
}
