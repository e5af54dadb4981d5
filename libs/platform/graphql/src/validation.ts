import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldFault, userError } from './errors.js';

function faultsOf(errors: ValidationError[], parent: string): FieldFault[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({ path, rule, message }));
    return [...own, ...faultsOf(error.children ?? [], path)];
  });
}

/**
 * Checks every input by its class-validator decorators and answers all faults at once, each with its path. Unknown
 * fields need no check: the GraphQL schema has refused them before.
 */
export const inputValidation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    exceptionFactory: (errors) =>
      userError('BAD_USER_INPUT', 'Some of the fields need another look.', faultsOf(errors, '')),
  });
