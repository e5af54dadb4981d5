import { Global, Module } from '@nestjs/common';
import { ActorLoader } from './actor.loader.js';
import { SignedLinks } from './signed-links.js';

@Global()
@Module({ providers: [ActorLoader, SignedLinks], exports: [ActorLoader, SignedLinks] })
export class IdentityModule {}
