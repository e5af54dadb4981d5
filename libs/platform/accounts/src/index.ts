import { Account } from './account.entity.js';
import { Card } from './card.entity.js';
import { RoleGrantRow } from './role-grant.entity.js';
import { FactorTries, Passkey, PasskeyChallenge, RecoveryCode, TotpFactor } from './second-factor.entities.js';
import { OneTimeLink, SignInCode, SignInRow } from './sign-in.entities.js';

export * from './accounts.module.js';
export * from './accounts.queries.js';
export * from './accounts.service.js';
export { RoleGrant, SignInRefused, Viewer } from './accounts.types.js';
export { Account } from './account.entity.js';
export { Card } from './card.entity.js';
export { spoken } from './card.rules.js';
export * from './card.service.js';
export { RequestLimiter } from './request-limiter.js';
export { SecondFactorService } from './second-factor.service.js';
export * from './sign-in.service.js';

export const accountEntities = [
  Account,
  SignInCode,
  OneTimeLink,
  SignInRow,
  RoleGrantRow,
  Card,
  TotpFactor,
  Passkey,
  PasskeyChallenge,
  RecoveryCode,
  FactorTries,
];
