import { Module } from '@nestjs/common';
import { TrainingsModule } from '#lib/trainings';
import { VolunteersModule } from '#lib/volunteers';
import { PeopleDoor } from './people-door.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleResolver } from './people.resolver.js';

/** What coordinators do with many people: the table, views, tags, mails to many, exports. */
@Module({
  imports: [VolunteersModule, TrainingsModule],
  providers: [PeopleDoor, PeopleQueries, PeopleResolver],
})
export class AudienceModule {}
