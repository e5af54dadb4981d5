import { ConsoleLogger, Logger, type LogLevel } from '@nestjs/common';
import { type Config, ConfigError, loadConfig } from '#platform/config';
import { DatabaseUnusable, waitForDatabase } from '#platform/database';

const LEVELS: LogLevel[] = ['error', 'warn', 'log', 'debug', 'verbose'];

/** Lines from the most important down to the configured level; JSON in production. */
export function logger(config: Config): ConsoleLogger {
  return new ConsoleLogger({
    json: config.isProduction,
    logLevels: LEVELS.slice(0, LEVELS.indexOf(config.logLevel) + 1),
  });
}

/** Starts a process. What the operator can mend is told in words and without a stack; then the process ends with 1. */
export async function runProgram(start: (config: Config) => Promise<void>): Promise<void> {
  try {
    const config = loadConfig();
    const log = new Logger('Start');
    Logger.overrideLogger(logger(config));
    await waitForDatabase(config.databaseUrl, (line) => log.warn(line));
    await start(config);
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exit(1);
  }
}

function inWords(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseUnusable) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use by another program: stop it, or set PORT to another one.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
