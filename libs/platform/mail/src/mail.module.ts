import { Global, Module } from '@nestjs/common';
import { MailTemplates } from './mail-templates.js';
import { Outbox } from './outbox.js';

@Global()
@Module({ providers: [Outbox, MailTemplates], exports: [Outbox, MailTemplates] })
export class MailModule {}
