import { Attendance } from './attendance.entity.js';
import { CallAnswer, TrainerCall, TrainerCallSession } from './call.entity.js';
import { Course, CoursePrerequisite } from './course.entity.js';
import { Enrolment } from './enrolment.entity.js';
import { SeatOffer } from './offer.entity.js';
import { Overbooking } from './overbooking.entity.js';
import { EnrolmentPair, PassingOver } from './pair.entity.js';
import { Partner } from './partner.entity.js';
import { Place } from './place.entity.js';
import { CatchUp, RemovedDate, SessionPresence, SessionPresenceDate } from './presence.entity.js';
import { CourseQualification, Qualification, QualificationCourse, QualificationGrant } from './qualification.entity.js';
import { SeatPool } from './seat-pool.entity.js';
import { CourseMaterial, MaterialFile } from './material.entity.js';
import { SessionDate, SessionTrainer, TrainingSession } from './session.entity.js';
import { CourseChange, CourseSurvey, SurveyAnswer, SurveyDone } from './survey.entity.js';
import { Theme } from './theme.entity.js';

/** Every table of trainings, as the explicit list that the applications hand to the database. */
export const trainingEntities = [
  Theme,
  Place,
  Partner,
  Course,
  CoursePrerequisite,
  TrainingSession,
  SessionDate,
  SessionTrainer,
  Enrolment,
  SeatOffer,
  Attendance,
  SeatPool,
  EnrolmentPair,
  PassingOver,
  Overbooking,
  SessionPresence,
  SessionPresenceDate,
  CatchUp,
  RemovedDate,
  Qualification,
  QualificationCourse,
  CourseQualification,
  QualificationGrant,
  MaterialFile,
  CourseMaterial,
  CourseSurvey,
  SurveyAnswer,
  SurveyDone,
  CourseChange,
  TrainerCall,
  TrainerCallSession,
  CallAnswer,
];
