import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, enumOf, LocaleEnum, NetworkEnum, Refusal } from '#platform/graphql';
import { type Role, ROLES } from '#platform/identity';
import type { Locale, Network } from '#platform/kernel';

export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'A role that is granted; every person with a profile is a volunteer besides.',
  valuesMap: {
    trainer: { description: 'Gives trainings and checks people in at her own sessions.' },
    association: { description: 'Member of an association.' },
    coordinator: { description: 'Coordinates a network or an arrondissement.' },
    admin: { description: 'Administers the platform for the city.' },
  },
});

@ObjectType({ description: 'A role that somebody holds, with its scope.' })
export class RoleGrant {
  @Field(() => ID, { description: 'Identifier of the grant.' })
  id: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  role: Role;

  @Field(() => NetworkEnum, { nullable: true, description: 'Only within this network; null means all.' })
  network: Network | null;

  @Field(() => Int, { nullable: true, description: 'Only within this arrondissement, 1 to 20; null means all.' })
  arrondissement: number | null;

  @Field(() => Date, { description: 'Since when.' })
  grantedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null means until revoked.' })
  expiresAt: Date | null;
}

@ObjectType({ description: 'The person who is signed in.' })
export class Viewer {
  @Field(() => ID, { description: 'Identifier of the account.' })
  accountId: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the account; null for people who sign in with a card.',
  })
  email: string | null;

  @Field(() => LocaleEnum, { description: 'Language of pages and mails.' })
  locale: Locale;

  @Field(() => [RoleGrant], { description: 'Roles held now.' })
  roles: RoleGrant[];

  @Field(() => Boolean, {
    description: 'Whether this device has proved a second factor: without it, roles do not count.',
  })
  strong: boolean;

  /** Not exposed: the door to the profile, which the volunteers' module resolves. */
  volunteerId: string | null;
}

@ObjectType({ description: 'A device that is signed in.' })
export class SignIn {
  @Field(() => ID, { description: 'Identifier of the sign-in.' })
  id: string;

  @Field(() => String, { description: 'The device in words.' })
  device: string;

  @Field(() => Date, { description: 'When it signed in.' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it was last used, to about ten minutes.' })
  lastSeenAt: Date;

  @Field(() => Boolean, { description: 'Whether it is the device that asks.' })
  current: boolean;
}

@ObjectType({ description: 'A code is on its way, whether or not the address is known here.' })
export class SignInCodeSent {
  @Field(() => String, { description: 'Where it was sent.' })
  email: string;

  @Field(() => Date, { description: 'Until when it can be used.' })
  expiresAt: Date;

  @Field(() => Int, { description: 'After how many seconds another may be asked for.' })
  resendAfterSeconds: number;
}

export const SIGN_IN_REFUSALS = [
  'WRONG_CODE',
  'CODE_EXPIRED',
  'TOO_MANY_ATTEMPTS',
  'LINK_INVALID',
  'ACCOUNT_DISABLED',
  'PASSKEY_REFUSED',
] as const;
export type SignInRefusalReason = (typeof SIGN_IN_REFUSALS)[number];
const SignInRefusalEnum = enumOf(SIGN_IN_REFUSALS);
registerEnumType(SignInRefusalEnum, {
  name: 'SignInRefusalReason',
  description: 'Why somebody could not sign in.',
  valuesMap: {
    WRONG_CODE: { description: 'Not the code that was sent.' },
    CODE_EXPIRED: { description: 'Older than ten minutes, or used, or never asked for.' },
    TOO_MANY_ATTEMPTS: { description: 'The code was tried too often.' },
    LINK_INVALID: { description: 'The link was used, is too old or was never made here.' },
    ACCOUNT_DISABLED: { description: 'The account was closed.' },
    PASSKEY_REFUSED: { description: 'The passkey is unknown here, or was asked too long ago.' },
  },
});

@ObjectType({ description: 'Signing in did not work.', implements: () => Refusal })
export class SignInRefused implements Refusal {
  @Field(() => SignInRefusalEnum, { description: 'Why.' })
  reason: SignInRefusalReason;

  message: string;

  @Field(() => Int, { nullable: true, description: 'How many tries are left with this code.' })
  attemptsLeft: number | null;
}

@ObjectType({ description: 'Signed in; the cookie is set.' })
export class SignedIn {
  @Field(() => Viewer, { description: 'Who is signed in now.' })
  viewer: Viewer;

  @Field(() => Boolean, { description: 'No profile yet: the next step is to join.' })
  isNew: boolean;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'Signed in, or why not.',
  types: () => [SignedIn, SignInRefused] as const,
  resolveType: (value: SignedIn | SignInRefused) => ('reason' in value ? SignInRefused : SignedIn),
});

@ObjectType({ description: 'An account as an administrator sees it.' })
export class AccountRow {
  @Field(() => ID, { description: 'Identifier of the account.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its address; null for people who sign in with a card.' })
  email: string | null;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was last used.' })
  lastSeenAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it is closed.' })
  disabled: boolean;

  @Field(() => [RoleGrant], { description: 'Roles held now.' })
  roles: RoleGrant[];

  @Field(() => Boolean, { description: 'Whether it is protected by more than its address.' })
  hasSecondFactor: boolean;

  @Field(() => String, { nullable: true, description: 'First name shown to others, if there is a profile.' })
  displayName: string | null;
}

export const AccountConnection = Connection(AccountRow, 'Account');
