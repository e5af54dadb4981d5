import type { Faults } from '../../ui/use-form.js';

/** One fault of a form, when there is one. */
export function faultIf(wrong: boolean, name: string, message: string): Faults {
  return wrong ? { [name]: message } : {};
}
