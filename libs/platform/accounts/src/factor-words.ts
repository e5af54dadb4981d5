import { t } from '#platform/i18n';
import type { Locale } from '#platform/kernel';
import type { FactorRefused, SecondFactorRefused } from './second-factor.refusal.js';

/** A refusal with its sentence for the reader. */
export function inWords(refusal: FactorRefused, locale: Locale): SecondFactorRefused {
  const { reason, attemptsLeft, retryAfterSeconds } = refusal;
  const minutes = Math.ceil((retryAfterSeconds ?? 0) / 60);
  const key = retryAfterSeconds === null ? reason : ('TOO_MANY_ATTEMPTS' as const);
  const values = { attemptsLeft: attemptsLeft ?? -1, minutes };
  return { ...refusal, message: t(locale, `second-factor.refusal.${key}`, values) };
}
