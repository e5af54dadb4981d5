export const seats = {
  'validation.belowRoom': 'Es menos que las plazas de la sala.',
  'validation.legalMaximum': 'Es más de lo que la ley admite en este lugar.',
  'validation.belowSessions': 'Hay sesiones futuras que aceptan a más personas en este lugar.',
  'trainings.edit.QUOTAS_ABOVE_CAPACITY':
    'Las plazas reservadas a las redes superan las plazas de la sesión. Redúzcalas primero.',
  'trainings.edit.QUOTAS_LEAVE_SOMEBODY_OUT':
    'Con este reparto, una persona ya inscrita se quedaría sin plaza. Deje más plazas abiertas a todos.',
  'pair.refusal.INVITATION_UNKNOWN': 'Este código de invitación no existe. Compruebe las letras.',
  'pair.refusal.INVITATION_ANSWERED': 'Esta invitación ya ha recibido una respuesta.',
  'pair.refusal.INVITATION_WITHDRAWN': 'La persona que le invitaba ha retirado su invitación.',
  'pair.refusal.OWN_INVITATION': 'Es su propia invitación: dé el código a la persona que viene con usted.',
  'pair.refusal.FRIEND_CANNOT':
    'La persona que le invita no puede inscribirse por ahora. Hable con ella, o inscríbase por su cuenta.',
  'pair.refusal.ALREADY_MAILED': 'Esta invitación ya ha salido por correo. También puede dar el código.',
  'pair.refusal.TOO_MANY_MAILS': 'Hoy ya ha enviado muchas invitaciones. Dé mejor el código.',
  'seats.mail.invitation.subject': '{name} le propone venir juntos: {course}',
  'seats.mail.invitation.heading': '¿Venir juntos?',
  'seats.mail.invitation.text':
    'A {name} le gustaría seguir esta formación con usted. Por ahora no hay nada reservado: las dos plazas se toman cuando usted acepta.',
  'seats.mail.invitation.code': 'También puede escribir este código en la página de la formación.',
  'seats.mail.invitation.button': 'Responder a la invitación',
  'seats.mail.invitation.why':
    'Recibe este correo porque {name} ha escrito su dirección. No usamos su dirección para nada más.',
  'seats.mail.declined.subject': 'Su invitación: {course}',
  'seats.mail.declined.heading': 'La respuesta es no',
  'seats.mail.declined.text':
    'La persona que ha invitado no puede venir con usted. Puede inscribirse por su cuenta, o invitar a otra persona.',
  'seats.mail.declined.why': 'Recibe este correo porque ha invitado a alguien a venir con usted.',
  'privacy.table.enrolment_pair': 'Invitaciones para venir juntos',
  'privacy.table.passing_over': 'Plazas que pasaron delante de ustedes dos',
  'privacy.table.overbooking': 'Decisiones de reservas de más',
  'seats.overbooking.TOO_FEW_SESSIONS':
    'No proponemos reservas de más: hacen falta al menos 5 sesiones pasadas de esta formación con su hoja de presencia.',
  'seats.overbooking.NOTHING_TO_GAIN':
    'Según las sesiones pasadas, vienen casi todas las personas inscritas: no proponemos reservas de más.',
  'seats.overbooking.ABOVE_ADVICE': 'Es más de lo que permiten las sesiones pasadas.',
  'seats.overbooking.BELOW_SEATS_TAKEN': 'Ya hay más personas inscritas. Nadie pierde su plaza: elija un número mayor.',
  'seats.overbooking.SESSION_OVER': 'La sesión ha empezado o está anulada.',
} as const;
