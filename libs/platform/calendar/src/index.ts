export { icsOf, type CalendarEvent, type CalendarOptions, type CalendarPerson } from './ics.js';
