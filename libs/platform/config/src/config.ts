import { IsEmail, IsIn, IsInt, IsNotEmpty, IsOptional, Matches, Max, Min, MinLength } from 'class-validator';
import { FromEnv } from './setting.decorator.js';

const ENVIRONMENTS = ['development', 'test', 'production'] as const;
const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Everything an operator may set, read once from the environment at start and injected. A property's initial value is
 * its default; a property without one is required or really optional.
 */
export class Config {
  @FromEnv({
    group: 'Running',
    env: 'NODE_ENV',
    about: 'development, test or production. Production refuses weak secrets and plain HTTP.',
    example: 'production',
  })
  @IsIn(ENVIRONMENTS, { message: `must be one of ${ENVIRONMENTS.join(', ')}` })
  nodeEnv: (typeof ENVIRONMENTS)[number] = 'development';

  @FromEnv({
    group: 'Address',
    env: 'PORT',
    kind: 'integer',
    about: 'TCP port of the pages and of /graphql.',
    example: '4000',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 (any free port) or more' })
  @Max(65_535, { message: 'must be at most 65535' })
  port = 4000;

  @FromEnv({
    group: 'Address',
    env: 'LISTEN_HOST',
    about: 'Address to listen on. localhost is this machine only; 0.0.0.0 is every network interface.',
    example: '0.0.0.0',
  })
  @IsNotEmpty({ message: 'must not be empty' })
  listenHost = 'localhost';

  @FromEnv({
    group: 'Address',
    env: 'PUBLIC_URL',
    about:
      'Where people reach the site, without a final slash; used in mails and calendars. Default: http://localhost:PORT.',
    example: 'https://benevoles.example.org',
  })
  @Matches(/^https?:\/\/[^\s/?#]+$/, { message: 'must be http(s)://host without path or final slash' })
  publicUrl: string;

  @FromEnv({
    group: 'Address',
    env: 'TRUSTED_PROXIES',
    kind: 'integer',
    about: 'How many reverse proxies in front add X-Forwarded-For; 0 means the header is ignored.',
    example: '1',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(0, { message: 'must be 0 or more' })
  @Max(5, { message: 'must be at most 5' })
  trustedProxies = 0;

  @FromEnv({
    group: 'Database',
    env: 'DATABASE_URL',
    about: 'PostgreSQL 15 or later. Left out, npm start runs its own server in DATA_DIR.',
    example: 'postgres://volontaires:change-me@db.example.org:5432/volontaires',
    secret: true,
    required: true,
  })
  @Matches(/^postgres(ql)?:\/\/\S+$/, { message: 'must be postgres://user:password@host:port/database' })
  databaseUrl: string;

  @FromEnv({
    group: 'Database',
    env: 'DATABASE_POOL_SIZE',
    kind: 'integer',
    about: 'Most connections that one process opens.',
    example: '10',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be 2 or more' })
  @Max(100, { message: 'must be at most 100' })
  databasePoolSize = 10;

  @FromEnv({
    group: 'Mail',
    env: 'SMTP_URL',
    about: 'Relay that takes the mails. Left out, npm start runs a mail catcher that shows them on a page.',
    example: 'smtps://user:change-me@smtp.example.org:465',
    secret: true,
    required: true,
  })
  @Matches(/^smtps?:\/\/\S+$/, { message: 'must be smtp(s)://user:password@host:port' })
  smtpUrl: string;

  @FromEnv({
    group: 'Mail',
    env: 'MAIL_FROM',
    about: 'Address that mails come from; the name before it is BRAND_NAME.',
    example: 'bonjour@benevoles.example.org',
  })
  @IsEmail({ allow_display_name: false }, { message: 'must be one e-mail address without a name' })
  mailFrom = 'bonjour@volontaires.example';

  @FromEnv({
    group: 'Mail',
    env: 'BRAND_NAME',
    about: 'Name of the site in pages, mails and calendars.',
    example: 'Volontaires de Paris',
  })
  @IsNotEmpty({ message: 'must not be empty' })
  brandName = 'Volontaires de Paris';

  @FromEnv({
    group: 'Mail',
    env: 'BRAND_DOMAIN',
    about:
      'Domain in the identifiers of mails and calendar entries. Never change it once mails were sent: calendars would show everything twice.',
    example: 'benevoles.example.org',
  })
  @Matches(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i, { message: 'must be a domain name' })
  brandDomain = 'volontaires.example';

  @FromEnv({
    group: 'Legal notice',
    env: 'BRAND_PUBLISHER',
    about: 'The body that publishes the site, as the legal notice must name it.',
    example: 'Name and postal address of the body',
  })
  @IsOptional()
  brandPublisher?: string;

  @FromEnv({
    group: 'Legal notice',
    env: 'BRAND_EMAIL',
    about: 'Address that the contact page gives.',
    example: 'contact@benevoles.example.org',
  })
  @IsOptional()
  @IsEmail({}, { message: 'must be an e-mail address' })
  brandEmail?: string;

  @FromEnv({
    group: 'Legal notice',
    env: 'BRAND_HOST',
    about: 'Who hosts the site, as the legal notice must name it.',
    example: 'Name and postal address of the host',
  })
  @IsOptional()
  brandHost?: string;

  @FromEnv({
    group: 'Security',
    env: 'APP_SECRET',
    about:
      'Key of signed links, QR codes and cookies: 32 random characters or more. Changing it ends every link already sent.',
    example: 'replace-me-by-the-output-of-openssl-rand-base64-48',
    secret: true,
    required: true,
  })
  @MinLength(16, { message: 'must have at least 16 characters' })
  appSecret: string;

  @FromEnv({
    group: 'Security',
    env: 'APP_SECRET_PREVIOUS',
    about:
      'The APP_SECRET before the last change, so that sealed secrets (authenticator programs, recovery codes) still open. Remove it a few months later.',
    example: 'the-app-secret-before-the-last-change-of-it',
    secret: true,
  })
  @IsOptional()
  @MinLength(16, { message: 'must have at least 16 characters' })
  appSecretPrevious?: string;

  @FromEnv({
    group: 'Personal data',
    env: 'KEEP_CONTACTS_MONTHS',
    kind: 'integer',
    about:
      'Months after the last contact when a person is erased, after a warning. To be confirmed by the data protection officer.',
    example: '36',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be 2 or more' })
  @Max(120, { message: 'must be at most 120' })
  keepContactsMonths = 36;

  @FromEnv({
    group: 'Personal data',
    env: 'KEEP_ACCOMPANIED_MONTHS',
    kind: 'integer',
    about: 'The same for people whom reception signed up. CNIL, deliberation 2021-028: two years.',
    example: '24',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(2, { message: 'must be 2 or more' })
  @Max(120, { message: 'must be at most 120' })
  keepAccompaniedMonths = 24;

  @FromEnv({
    group: 'Personal data',
    env: 'KEEP_JOURNAL_MONTHS',
    kind: 'integer',
    about: 'Months that the journal keeps a line. CNIL, deliberation 2021-122: up to 12, 36 for internal control.',
    example: '12',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(6, { message: 'must be 6 or more' })
  @Max(36, { message: 'must be at most 36' })
  keepJournalMonths = 12;

  @FromEnv({
    group: 'Running',
    env: 'DATA_DIR',
    about: 'Folder for files that the application keeps: backups, and the embedded database of npm start.',
    example: '/var/lib/volontaires',
  })
  @IsNotEmpty({ message: 'must not be empty' })
  dataDir = '.data';

  @FromEnv({
    group: 'Running',
    env: 'WEB_DIR',
    about: 'Folder of the built pages that the API serves.',
    example: 'dist-web',
  })
  @IsNotEmpty({ message: 'must not be empty' })
  webDir = 'dist-web';

  @FromEnv({
    group: 'Running',
    env: 'LOG_LEVEL',
    about: `Least important line that is written: ${LOG_LEVELS.join(', ')}.`,
    example: 'log',
  })
  @IsIn(LOG_LEVELS, { message: `must be one of ${LOG_LEVELS.join(', ')}` })
  logLevel: LogLevel = 'log';

  @FromEnv({
    group: 'Running',
    env: 'WORKER_CONCURRENCY',
    kind: 'integer',
    about: 'How many jobs one worker process runs at the same time.',
    example: '5',
  })
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(50, { message: 'must be at most 50' })
  workerConcurrency = 5;

  @FromEnv({
    group: 'Mail',
    env: 'MAIL_PORT',
    kind: 'integer',
    about: 'Read by npm start only: port of the mail catcher page; the next free one is taken if it is in use.',
    example: '4025',
  })
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be 1 or more' })
  @Max(65_535, { message: 'must be at most 65535' })
  mailPort?: number;

  get isProduction(): boolean {
    return this.nodeEnv === 'production';
  }
}
