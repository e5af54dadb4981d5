/**
 * Times that an operator sets (`.env`), to be confirmed by the data protection officer of the city.
 * - `accompanied`: months after the last contact with somebody whom reception signed up (2 years).
 * - `contact`: months after the last contact with everybody else (3 years).
 * - `journal`: months that the journal keeps a line (1 year; up to 3 for internal control).
 */
export type RetentionSetting = 'accompanied' | 'contact' | 'journal';
