export const identity = {
  'identity.refusal.WRONG_CODE':
    'Це не той код. {attemptsLeft, plural, =0 {Попросіть новий код.} one {Залишилася # спроба.} few {Залишилося # спроби.} many {Залишилося # спроб.} other {Залишилося # спроби.}}',
  'identity.refusal.CODE_EXPIRED': 'Цей код уже недійсний: він діє 10 хвилин і лише один раз. Попросіть новий.',
  'identity.refusal.TOO_MANY_ATTEMPTS': 'Забагато спроб із цим кодом. Попросіть новий.',
  'identity.refusal.LINK_INVALID': 'Це посилання вже використано або воно недійсне. Увійдіть за електронною адресою.',
  'identity.refusal.ACCOUNT_DISABLED': 'Цей обліковий запис закрито. Напишіть нам на сторінці «Контакти».',
  'identity.refusal.PASSKEY_REFUSED':
    'Цей ключ доступу тут невідомий або запит застарів. Спробуйте знову чи увійдіть за електронною адресою.',
  'identity.last-admin': 'Це остання людина в адміністрації: спершу надайте цю роль комусь іншому.',
} as const;
