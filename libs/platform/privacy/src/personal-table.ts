import type { MessageKey } from '#platform/i18n';
import type { LegalReason } from './legal-reasons.js';
import type { RetentionSetting } from './retention-settings.js';

/**
 * Everything the platform promises about the rows of one table that has data about people. What is shown to a person,
 * exported, erased, forgotten with time, merged and anonymised is done from these declarations alone: a table that is not
 * declared fails a test, and so cannot be forgotten.
 */
export interface PersonalTable {
  /** Name of the table in the base. */
  table: string;
  /** What the rows are, as people read it: `privacy.table.<table>`, in the text area of the lib. */
  title: MessageKey;
  /**
   * SQL condition for the rows about one person, over the bare columns of the table. `$1` is the id of the volunteer,
   * `$2` that of the account (either may be null), `$3` the e-mail addresses (citext[]). Cast at each use: `$1::uuid`.
   */
  belongsTo: string;
  /**
   * Name of the setting that the row security of the table asks for: the id of the volunteer, or `*` for all rows. It is set
   * for the transaction before a statement on this table, for backups and copies too.
   */
  behind?: string;
  /**
   * Columns that name a person as the one who did something to somebody else's row. Erasure empties them (they must be
   * nullable, without giving the row away), a merge moves them. Not shown in exports: the row is about somebody else.
   */
  mentions?: readonly { column: string; is: 'volunteer' | 'account' }[];
  export: ExportRule;
  erasure: ErasureRule;
  /** At least one; the page about personal data shows them all. */
  retention: readonly [RetentionRule, ...RetentionRule[]];
  merge: MergeRule;
  anonymise: AnonymiseRule;
}

/** All columns go out, but those withheld. */
export interface ExportRule {
  /** Column -> why it does not go out: a secret, data about somebody else, or a number that serves the machine only. */
  withheld?: Readonly<Record<string, Withheld>>;
  /** More columns, name -> SQL over the table's columns, to make identifiers readable (title of a session). */
  plus?: Readonly<Record<string, string>>;
}
export type Withheld = 'secret' | 'about-others' | 'technical';

/** What happens to the rows of a person who is erased. Rows of tables that refer to others go before those they refer to. */
export type ErasureRule =
  | { do: 'delete' }
  /** The row stays and no longer leads to anybody: column -> SQL. Rows outside the condition `keeps` are deleted. */
  | { do: 'unlink'; set: Readonly<Record<string, string>>; keeps?: string; because: LegalReason }
  | { do: 'keep'; because: LegalReason }
  /** A step that a service registered under this name (`ErasureSteps.register`), where SQL alone is not enough. */
  | { do: 'step'; step: string; because?: LegalReason };

/** When rows go although nobody asked. */
export type RetentionRule =
  /** Stays as long as the person: it goes when she is erased, on her wish or after the years without contact. */
  | { with: 'person' }
  | {
      /** A fixed time, or a setting that the operator confirms with the data protection officer. */
      after: { days: number } | { setting: RetentionSetting };
      /** Since when the time runs: SQL of type timestamptz over the row; null means not yet. */
      since: string;
      /** Only rows under this SQL condition; all, if left out. */
      where?: string;
      /** SQL function `(before timestamptz, most int) returns int` that deletes, where a plain DELETE is refused. */
      through?: string;
      /** `erase-person`: all of the person goes as if she had asked, after a warning 30 days before. */
      do: 'delete' | 'erase-person' | { set: Readonly<Record<string, string>> };
      because: LegalReason;
    }
  /** Does not go by itself. */
  | { never: LegalReason };

/** What happens to the rows of the profile that goes, when two profiles of one person become one. */
export type MergeRule =
  | { do: 'move'; volunteer?: string; account?: string }
  /**
   * Moves, but where the kept profile has a row with the same values of `unique` (only rows under `where`, if given) one of
   * the two stays: that of the kept profile, or the first by this SQL order over the columns.
   */
  | {
      do: 'move-unless-clash';
      volunteer?: string;
      account?: string;
      unique: readonly string[];
      where?: string;
      stays: 'kept' | { firstBy: string };
    }
  /** By a step of this name, which the merge must know. */
  | { do: 'custom'; by: string }
  /** Untouched, because the row it hangs on moves, or because it is no fact about the person that could move. */
  | { do: 'leave'; why: string };

/** What a copy of the base without real people has in this table. */
export type AnonymiseRule =
  | {
      /** Column -> SQL of a harmless value, over the columns of the row before. */
      set: Readonly<Record<string, string>>;
      /** Columns of text whose values tell nothing about a person: words of closed lists, languages, states. */
      plain: readonly string[];
    }
  /** The copy has none of these rows. */
  | 'empty';

/** The declarations of one lib: its personal tables, and its other tables with the reason why they are not. */
export interface PersonalData {
  tables: readonly PersonalTable[];
  /** Table -> why no row is about a person. */
  impersonal: Readonly<Record<string, string>>;
  /** When somebody last showed interest: SQL of type timestamptz (or null) over the row `volunteer`. The latest of all libs counts. */
  lastContact?: readonly string[];
}
