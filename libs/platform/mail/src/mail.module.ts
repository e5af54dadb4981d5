import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '#platform/jobs';
import { Farewell } from './farewell.js';
import { MailSender } from './mail-sender.js';
import { MailTemplates } from './mail-templates.js';
import { MailQueries } from './mail.queries.js';
import { MailResolver } from './mail.resolver.js';
import { MailService } from './mail.service.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeResolver } from './notice.resolver.js';
import { NoticeService } from './notice.service.js';
import { Outbox } from './outbox.js';
import { RecipientQueries } from './recipient.queries.js';
import { SignInCodeMail } from './sign-in-code.mail.js';
import { Smtp } from './smtp.js';

/** Writing mails down, sending them from the worker, and showing what became of them. */
@Global()
@Module({
  providers: [
    Outbox,
    MailTemplates,
    MailSender,
    RecipientQueries,
    Smtp,
    Farewell,
    SignInCodeMail,
    MailQueries,
    MailService,
    MailResolver,
    NoticeQueries,
    NoticeService,
    NoticeResolver,
  ],
  exports: [Farewell, Outbox, MailTemplates],
})
export class MailModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sender: MailSender,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('mail.send', ({ mailId }) => this.sender.send(mailId));
  }
}
