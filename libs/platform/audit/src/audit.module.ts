import { Global, Module } from '@nestjs/common';
import { Audit } from './audit.js';
import { AuditQueries } from './audit.queries.js';
import { AuditResolver } from './audit.resolver.js';

@Global()
@Module({ providers: [Audit, AuditQueries, AuditResolver], exports: [Audit] })
export class AuditModule {}
