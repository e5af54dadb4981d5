import { Module } from '@nestjs/common';
import { TrainingsModule } from '#lib/trainings';
import { VolunteersModule } from '#lib/volunteers';
import { AudienceJobs } from './audience.jobs.js';
import { ListLinkController } from './list-link.controller.js';
import { ListLinkResolver } from './list-link.resolver.js';
import { ListLinks } from './list-links.js';
import { MailingMails } from './mailing.mails.js';
import { MailingPreviewController } from './mailing-preview.controller.js';
import { MailingQueries } from './mailing.queries.js';
import { MailingResolver } from './mailing.resolver.js';
import { MailingService } from './mailing.service.js';
import { PeopleDoor } from './people-door.js';
import { PeopleExportController } from './people-export.controller.js';
import { PeopleExportResolver } from './people-export.resolver.js';
import { ExportRows } from './people-export.rows.js';
import { PeopleExports } from './people-export.service.js';
import { PeopleQueries } from './people.queries.js';
import { PersonHistoryQueries } from './person-history.queries.js';
import { PeopleResolver } from './people.resolver.js';
import { SavedViewResolver } from './saved-view.resolver.js';
import { SavedViewService } from './saved-view.service.js';
import { TagResolver } from './tag.resolver.js';
import { TagService } from './tag.service.js';

/** What coordinators do with many people: the table, views, tags, mails to many, exports. */
@Module({
  imports: [VolunteersModule, TrainingsModule],
  controllers: [ListLinkController, MailingPreviewController, PeopleExportController],
  providers: [
    AudienceJobs,
    ExportRows,
    ListLinkResolver,
    ListLinks,
    MailingMails,
    MailingQueries,
    MailingResolver,
    MailingService,
    PeopleDoor,
    PeopleExportResolver,
    PeopleExports,
    PeopleQueries,
    PeopleResolver,
    PersonHistoryQueries,
    SavedViewResolver,
    SavedViewService,
    TagResolver,
    TagService,
  ],
})
export class AudienceModule {}
