export const secondFactor = {
  'second-factor.refusal.WRONG_CODE':
    'Це не той код. {attemptsLeft, plural, =-1 {Перевірте, чи точний час на вашому телефоні, і введіть показаний код.} one {Залишилася # спроба.} few {Залишилося # спроби.} many {Залишилося # спроб.} other {Залишилося # спроби.}}',
  'second-factor.refusal.CODE_USED': 'Цей код уже використано. Зачекайте наступний: він з’явиться за пів хвилини.',
  'second-factor.refusal.TOO_MANY_ATTEMPTS':
    'Забагато хибних кодів. Спробуйте знову за {minutes, plural, one {# хвилину} few {# хвилини} many {# хвилин} other {# хвилини}} або скористайтеся ключем доступу.',
  'second-factor.refusal.NOTHING_TO_CONFIRM': 'Тут нічого підтверджувати. Почніть знову зі сторінки «Безпека».',
  'second-factor.refusal.PASSKEY_REFUSED': 'Цей ключ доступу не вдалося перевірити.',
  'second-factor.refusal.PASSKEY_EXPIRED': 'Запит застарів. Спробуйте знову.',
  'second-factor.refusal.TOO_MANY_PASSKEYS': 'У вас уже є 10 ключів доступу. Спершу видаліть один.',
  'second-factor.again': 'Щоб змінити захист облікового запису, спершу підтвердьте, що це ви.',
  'second-factor.has-totp': 'Застосунок уже налаштовано. Щоб поставити інший, спершу видаліть його.',
  'second-factor.none': 'Спершу налаштуйте застосунок або ключ доступу.',
  'second-factor.not-own': 'Ніхто не скидає власний захист: попросіть іншу людину з адміністрації.',
  'second-factor.not-by-card': 'Вхід за карткою не може захищати обліковий запис. Увійдіть за електронною адресою.',
  'second-factor.mail.subject': 'Безпека вашого облікового запису',
  'second-factor.mail.totp-added': 'Ваш обліковий запис тепер захищає застосунок із кодами',
  'second-factor.mail.totp-removed': 'Застосунок із кодами вашого облікового запису видалено',
  'second-factor.mail.passkey-added': 'До вашого облікового запису додано ключ доступу',
  'second-factor.mail.passkey-removed': 'Ключ доступу вашого облікового запису видалено',
  'second-factor.mail.codes-renewed': 'Ваші запасні коди замінено',
  'second-factor.mail.code-used': 'Для вашого облікового запису використано запасний код',
  'second-factor.mail.reset': 'Захист вашого облікового запису скинуто',
  'second-factor.mail.when': 'Це було {day, date, long} о {time, time, short} за паризьким часом.',
  'second-factor.mail.not-you':
    'Якщо це були ви, нічого робити не треба. Якщо ні, одразу напишіть людині з адміністрації: хтось інший користується вашим обліковим записом.',
  'second-factor.mail.next':
    'Це зробила людина з адміністрації та записала причину. Вас від’єднано всюди. Під час наступного входу ви налаштуєте новий захист. Якщо ви нічого не просили, одразу напишіть нам.',
  'second-factor.mail.look': 'Переглянути захист мого облікового запису',
  'second-factor.mail.why':
    'Ви отримуєте цей лист за кожної зміни захисту вашого облікового запису. Відмовитися від нього не можна.',
  'privacy.table.totp_factor': 'Застосунки з кодами',
  'privacy.table.passkey': 'Ключі доступу',
  'privacy.table.passkey_challenge': 'Запити до ключа доступу',
  'privacy.table.recovery_code': 'Запасні коди',
  'privacy.table.factor_tries': 'Введені хибні коди',
} as const;
