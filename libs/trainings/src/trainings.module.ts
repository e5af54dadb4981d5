import { Module } from '@nestjs/common';

/** Courses, their sessions, and who takes a seat in them. */
@Module({ providers: [], exports: [] })
export class TrainingsModule {}
