import { violatedConstraint } from '#platform/database';
import { userError } from '#platform/graphql';

/** Field of an input by the foreign key that finds its value unknown. */
const FIELDS: Record<string, string> = {
  course_theme_fk: 'themeId',
  course_prerequisite_required_fk: 'prerequisiteIds',
  training_session_place_fk: 'placeId',
  training_session_partner_fk: 'partnerId',
  session_trainer_volunteer_fk: 'trainerIds',
};

/**
 * @throws BAD_USER_INPUT naming the field whose identifier stands for nothing, or the capacity if the law lets fewer people
 *   into the place, or the error itself
 */
export function explainUnknown(error: unknown): never {
  const constraint = violatedConstraint(error);
  if (constraint === 'session_within_legal_maximum')
    throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: 'capacity', rule: 'legalMaximum' }]);
  const field = FIELDS[constraint ?? ''];
  if (!field) throw error;
  throw userError('BAD_USER_INPUT', 'error.BAD_USER_INPUT', [{ path: field, rule: 'isKnown' }]);
}
