/** What an operator must know about one environment variable; the source of `.env.example`. */
export interface SettingNotes {
  /** Name of the environment variable; `<name>_FILE` may give the path of a file that holds the value instead. */
  env: string;
  /** One or two sentences: what it changes, in which unit, and when one sets it. */
  about: string;
  /** A value that would be accepted; never a real secret. */
  example: string;
  group: 'Address' | 'Database' | 'Mail' | 'Legal notice' | 'Personal data' | 'Security' | 'Running';
  kind?: 'text' | 'integer';
  /** Never shown, neither in a list of faults nor in a diagnosis. */
  secret?: boolean;
  /** Must be given in every environment: there is no sensible default. */
  required?: boolean;
}

export interface Setting extends SettingNotes {
  property: string;
}

const declared: Setting[] = [];

/** Declares that a property of the configuration class is read from the environment. */
export function FromEnv(notes: SettingNotes): PropertyDecorator {
  return (_target, property) => {
    declared.push({ ...notes, property: String(property) });
  };
}

/** Every declared setting, in the order of the class. */
export function declaredSettings(): readonly Setting[] {
  return declared;
}
