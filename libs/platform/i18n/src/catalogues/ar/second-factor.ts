export const secondFactor = {
  'second-factor.refusal.WRONG_CODE':
    'ليس هذا هو الرمز الصحيح. {attemptsLeft, plural, =-1 {تحقق من أن ساعة هاتفك مضبوطة، ثم اكتب الرمز الظاهر.} zero {لم تبق محاولات.} one {بقيت محاولة واحدة.} two {بقيت محاولتان.} few {بقيت # محاولات.} many {بقيت # محاولة.} other {بقيت # محاولة.}}',
  'second-factor.refusal.CODE_USED': 'استُخدم هذا الرمز من قبل. انتظر الرمز التالي: يصل خلال نصف دقيقة.',
  'second-factor.refusal.TOO_MANY_ATTEMPTS':
    'رموز خاطئة كثيرة. حاول مرة أخرى بعد {minutes, plural, zero {لحظات} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، أو استخدم مفتاح دخول.',
  'second-factor.refusal.NOTHING_TO_CONFIRM': 'لا شيء للتأكيد هنا. ابدأ من جديد من صفحة الأمان.',
  'second-factor.refusal.PASSKEY_REFUSED': 'تعذّر التحقق من مفتاح الدخول هذا.',
  'second-factor.refusal.PASSKEY_EXPIRED': 'انتهت مدة الطلب. حاول مرة أخرى.',
  'second-factor.refusal.TOO_MANY_PASSKEYS': 'لديك 10 مفاتيح دخول. احذف واحدًا أولًا.',
  'second-factor.again': 'لتغيير حماية حساب، أكّد أولًا أنك أنت.',
  'second-factor.has-totp': 'يوجد تطبيق بالفعل. احذفه أولًا لوضع غيره.',
  'second-factor.none': 'ضع أولًا تطبيقًا أو مفتاح دخول.',
  'second-factor.not-own': 'لا أحد يعيد ضبط حمايته بنفسه: اطلب ذلك من شخص آخر في الإدارة.',
  'second-factor.not-by-card': 'الدخول ببطاقة لا يستطيع حماية حساب. سجّل الدخول ببريد إلكتروني.',
  'second-factor.mail.subject': 'أمان حسابك',
  'second-factor.mail.totp-added': 'تطبيق للرموز يحمي حسابك الآن',
  'second-factor.mail.totp-removed': 'حُذف تطبيق الرموز من حسابك',
  'second-factor.mail.passkey-added': 'أضيف مفتاح دخول إلى حسابك',
  'second-factor.mail.passkey-removed': 'حُذف مفتاح دخول من حسابك',
  'second-factor.mail.codes-renewed': 'استُبدلت رموزك الاحتياطية',
  'second-factor.mail.code-used': 'استُخدم رمز احتياطي لحسابك',
  'second-factor.mail.reset': 'أعيد ضبط حماية حسابك',
  'second-factor.mail.when': 'كان ذلك في {day, date, long} الساعة {time, time, short} بتوقيت باريس.',
  'second-factor.mail.not-you':
    'إن كنت أنت فلا حاجة لفعل شيء. وإلا فاكتب فورًا إلى شخص من الإدارة: شخص آخر يستخدم حسابك.',
  'second-factor.mail.next':
    'فعل ذلك شخص من الإدارة وكتب السبب. أُخرجت من كل الأجهزة. عند دخولك القادم ستضع حماية جديدة. إن لم تطلب شيئًا فاكتب إلينا فورًا.',
  'second-factor.mail.look': 'عرض حماية حسابي',
  'second-factor.mail.why': 'تصلك هذه الرسالة عند كل تغيير في حماية حسابك. لا يمكن رفضها.',
} as const;
