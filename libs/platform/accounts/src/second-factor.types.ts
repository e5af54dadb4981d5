import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Viewer } from './accounts.types.js';

@ObjectType('Passkey', { description: 'A key that a device or a password manager keeps for this site.' })
export class PasskeyLine {
  @Field(() => ID, { description: 'Identifier of the passkey here.' })
  id: string;

  @Field(() => String, { description: 'The name that its holder gave it.' })
  name: string;

  @Field(() => Date, { description: 'When it was added.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it last signed in; null if never.' })
  lastUsedAt: Date | null;
}

@ObjectType({ description: 'How my account is protected beyond the address.' })
export class Security {
  @Field(() => Boolean, { description: 'Whether a role of mine asks for a second factor.' })
  required: boolean;

  @Field(() => Boolean, { description: 'Whether this device has proved a second factor.' })
  strong: boolean;

  @Field(() => Boolean, { description: 'Whether that was recent enough to change the factors.' })
  fresh: boolean;

  @Field(() => Date, { nullable: true, description: 'Since when an authenticator program is set up; null if none is.' })
  totpSince: Date | null;

  @Field(() => [PasskeyLine], { description: 'My passkeys, oldest first.' })
  passkeys: PasskeyLine[];

  @Field(() => Int, { description: 'Recovery codes that have not served.' })
  recoveryCodesLeft: number;
}

@ObjectType({ description: 'What an authenticator program needs to know. Shown once; it counts when it is confirmed.' })
export class TotpSetUp {
  @Field(() => String, { description: 'The secret in base32, to type by hand.' })
  secret: string;

  @Field(() => String, { description: 'The same as an otpauth: address, for a QR code.' })
  uri: string;
}

@ObjectType({ description: 'A factor was added; this device has proved it.' })
export class FactorAdded {
  @Field(() => [String], {
    description: 'With the first factor come recovery codes, shown this one time; empty with further ones.',
  })
  recoveryCodes: string[];
}

@ObjectType({ description: 'This device has proved a second factor.' })
export class SecondFactorProved {
  @Field(() => Viewer, { description: 'Who is signed in.' })
  viewer: Viewer;
}
