export const seats = {
  'validation.belowRoom': 'Це менше, ніж місць у залі.',
  'validation.legalMaximum': 'Це більше, ніж дозволяє закон у цьому місці.',
  'validation.belowSessions': 'Майбутні заняття приймають у цьому місці більше людей.',
  'trainings.edit.QUOTAS_ABOVE_CAPACITY': 'Місця для мереж перевищують кількість місць заняття. Спершу зменште їх.',
  'trainings.edit.QUOTAS_LEAVE_SOMEBODY_OUT':
    'За такого поділу записана людина лишилася б без місця. Залиште більше місць відкритими для всіх.',
  'pair.refusal.INVITATION_UNKNOWN': 'Такого коду запрошення немає. Перевірте літери.',
  'pair.refusal.INVITATION_ANSWERED': 'На це запрошення вже є відповідь.',
  'pair.refusal.INVITATION_WITHDRAWN': 'Людина, яка вас запрошувала, відкликала запрошення.',
  'pair.refusal.OWN_INVITATION': 'Це ваше власне запрошення: дайте код людині, яка прийде з вами.',
  'pair.refusal.FRIEND_CANNOT':
    'Людина, яка вас запрошує, зараз не може записатися. Поговоріть із нею або запишіться без неї.',
  'pair.refusal.ALREADY_MAILED': 'Це запрошення вже надіслано поштою. Можна також дати код.',
  'pair.refusal.TOO_MANY_MAILS': 'Сьогодні ви вже надіслали багато запрошень. Краще дайте код.',
  'seats.mail.invitation.subject': '{name} пропонує прийти вдвох: {course}',
  'seats.mail.invitation.heading': 'Прийти вдвох?',
  'seats.mail.invitation.text':
    '{name} хоче пройти це навчання разом із вами. Поки нічого не заброньовано: обидва місця беруться, коли ви погоджуєтеся.',
  'seats.mail.invitation.code': 'Можна також ввести цей код на сторінці навчання.',
  'seats.mail.invitation.button': 'Відповісти на запрошення',
  'seats.mail.invitation.why':
    'Ви отримали цей лист, бо {name} вказує вашу адресу. Ми не використовуємо її ні для чого іншого.',
  'seats.mail.declined.subject': 'Ваше запрошення: {course}',
  'seats.mail.declined.heading': 'Відповідь — ні',
  'seats.mail.declined.text':
    'Людина, яку ви запросили, не може прийти з вами. Можна записатися без неї або запросити когось іншого.',
  'seats.mail.declined.why': 'Ви отримали цей лист, бо запросили когось прийти вдвох.',
  'privacy.table.enrolment_pair': 'Запрошення прийти вдвох',
  'privacy.table.passing_over': 'Місця, що минули вас двох',
  'privacy.table.overbooking': 'Рішення про надлишкові записи',
  'seats.overbooking.TOO_FEW_SESSIONS':
    'Ми не радимо надлишкових записів: треба щонайменше 5 минулих занять цього навчання із заповненим аркушем присутності.',
  'seats.overbooking.NOTHING_TO_GAIN':
    'За минулими заняттями, приходять майже всі записані: надлишкових записів не радимо.',
  'seats.overbooking.ABOVE_ADVICE': 'Це більше, ніж дозволяють минулі заняття.',
  'seats.overbooking.BELOW_SEATS_TAKEN': 'Записаних уже більше. Ніхто не втрачає місця: виберіть більше число.',
  'seats.overbooking.SESSION_OVER': 'Заняття почалося або скасовано.',
} as const;
