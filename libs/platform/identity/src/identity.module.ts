import { Global, Module } from '@nestjs/common';
import { ActorLoader } from './actor.loader.js';
import { Sealing } from './sealing.js';
import { SignedLinks } from './signed-links.js';

@Global()
@Module({ providers: [ActorLoader, Sealing, SignedLinks], exports: [ActorLoader, Sealing, SignedLinks] })
export class IdentityModule {}
