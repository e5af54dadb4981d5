import { Module } from '@nestjs/common';

/** People of the networks: profile, contact, consents, memberships, and the import of lists. */
@Module({ providers: [], exports: [] })
export class VolunteersModule {}
