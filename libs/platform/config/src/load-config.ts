import { readFileSync } from 'node:fs';
import { validateSync } from 'class-validator';
import { Config } from './config.js';
import { declaredSettings, type Setting } from './setting.decorator.js';

type Environment = Record<string, string | undefined>;

/** One thing wrong with the environment, in words an operator can act on. */
export interface ConfigFault {
  env: string;
  message: string;
}

/** Thrown at start with every fault at once, so that an operator does not discover them one by one. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly faults: ConfigFault[]) {
    const lines = faults.map((fault) => `  - ${fault.env}: ${fault.message}`);
    const count = faults.length === 1 ? '1 setting is wrong' : `${faults.length} settings are wrong`;
    super(
      `The configuration cannot be used, ${count}:\n${lines.join('\n')}\nSee .env.example for what each one means.`,
    );
  }
}

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
const EXAMPLE_SECRETS = new Set(
  declaredSettings()
    .filter((setting) => setting.secret)
    .map((setting) => setting.example),
);

/**
 * The validated configuration. The only place of the application that reads the environment.
 *
 * @throws ConfigError with the list of all faults; values of secrets are never repeated in it.
 */
export function loadConfig(environment: Environment = process.env): Config {
  const config = new Config();
  const faults: ConfigFault[] = [];
  for (const setting of declaredSettings()) {
    const given = givenValue(setting, environment, faults);
    if (given !== undefined) Object.assign(config, { [setting.property]: given });
  }
  config.publicUrl ??= `http://localhost:${config.port}`;
  faults.push(...fieldFaults(config, faults), ...productionFaults(config));
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

/** Value given by the variable or by the file that `<name>_FILE` points to; an empty variable counts as absent. */
function givenValue(setting: Setting, environment: Environment, faults: ConfigFault[]): string | number | undefined {
  const file = environment[`${setting.env}_FILE`];
  const direct = environment[setting.env];
  if (file && direct) {
    faults.push({ env: setting.env, message: `is given twice: here and by ${setting.env}_FILE; keep one` });
    return undefined;
  }
  const text = file ? contentOf(file, setting, faults) : direct;
  if (text === undefined || text === '') return undefined;
  return setting.kind === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

function contentOf(file: string, setting: Setting, faults: ConfigFault[]): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    faults.push({ env: `${setting.env}_FILE`, message: `the file ${file} cannot be read (${reason})` });
    return undefined;
  }
}

function fieldFaults(config: Config, already: ConfigFault[]): ConfigFault[] {
  const named = new Set(already.map((fault) => fault.env.replace(/_FILE$/, '')));
  const settings = new Map(declaredSettings().map((setting) => [setting.property, setting]));
  return validateSync(config).flatMap((error) => {
    const setting = settings.get(error.property);
    if (!setting || named.has(setting.env)) return [];
    const value: unknown = error.value;
    if (value === undefined) return [{ env: setting.env, message: `is missing; for example ${setting.example}` }];
    const constraints = error.constraints ?? {};
    const message = constraints.isInt ?? Object.values(constraints)[0];
    return [
      {
        env: setting.env,
        message: `${message ?? 'is not valid'}${setting.secret ? '' : ` (it is "${String(value)}")`}`,
      },
    ];
  });
}

function productionFaults(config: Config): ConfigFault[] {
  if (!config.isProduction) return [];
  const faults: ConfigFault[] = [];
  if (config.appSecret && (config.appSecret.length < 32 || EXAMPLE_SECRETS.has(config.appSecret))) {
    faults.push({
      env: 'APP_SECRET',
      message: 'must have at least 32 random characters in production, not an example',
    });
  }
  if (isPlainHttpAbroad(config.publicUrl)) {
    faults.push({ env: 'PUBLIC_URL', message: `must start with https:// in production (it is "${config.publicUrl}")` });
  }
  return faults;
}

function isPlainHttpAbroad(publicUrl: string): boolean {
  if (!URL.canParse(publicUrl)) return false;
  const url = new URL(publicUrl);
  return url.protocol === 'http:' && !LOCAL_HOSTS.has(url.hostname);
}
