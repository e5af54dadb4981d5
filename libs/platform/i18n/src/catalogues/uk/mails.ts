export const mails = {
  'mails.greeting': 'Вітаємо, {name}!',
  'mails.greeting.unknown': 'Вітаємо!',
  'mails.footer.sender': '{brand} пише вам автоматично.',
  'mails.footer.unsubscribe': 'Більше не отримувати цих листів',
  'mails.sign-in-code.subject': 'Ваш код для входу',
  'mails.sign-in-code.heading': 'Ваш код для входу',
  'mails.sign-in-code.ask': 'Перепишіть ці 6 цифр на сторінці входу:',
  'mails.sign-in-code.limits':
    'Цей код діє один раз, протягом {minutes, plural, one {# хвилини} few {# хвилин} many {# хвилин} other {# хвилини}}. Він працює і на іншому пристрої.',
  'mails.sign-in-code.secret': 'Не давайте його нікому: ми ніколи його не попросимо.',
  'mails.sign-in-code.why':
    'Ви отримали цей лист, бо хтось увів цю адресу для входу. Якщо це не ви, нічого робити не треба: без цього коду ніхто не увійде.',
  'mails.fault.REFUSED': 'Сервер отримувача відхилив цей лист. Його відповідь: {detail}',
  'mails.fault.DEFERRED': 'Сервер отримувача просить зачекати. Його відповідь: {detail}',
  'mails.fault.CONNECTION': 'Не вдалося зв’язатися із сервером надсилання: {detail}',
  'mails.fault.SIGN_IN':
    'Сервер надсилання не приймає наші дані або адресу відправника: перевірте SMTP_URL і MAIL_FROM. Його відповідь: {detail}',
  'mails.fault.COMPOSE': 'Текст не вдалося скласти: {detail}',
  'mails.fault.NO_TEMPLATE': 'Для такого листа немає шаблону.',
  'mails.fault.BAD_ADDRESS': 'Збережена адреса не є дійсною електронною адресою.',
  'mails.fault.NO_ADDRESS': 'Ця людина не має електронної адреси: повідомте її інакше.',
  'mails.fault.NO_LONGER_TRUE': 'Не надіслано: те, що мав сказати цей лист, уже неправда.',
  'mails.resend.waiting': 'Цей лист уже чекає на відправлення.',
  'mails.resend.spent': 'Цей лист містив таємний код, якого вже не зберігають: його не можна надіслати знову.',
} as const;
