export const identity = {
  'identity.refusal.WRONG_CODE':
    'ليس هذا هو الرمز الصحيح. {attemptsLeft, plural, =0 {اطلب رمزًا جديدًا.} zero {اطلب رمزًا جديدًا.} one {بقيت محاولة واحدة.} two {بقيت محاولتان.} few {بقيت # محاولات.} many {بقيت # محاولة.} other {بقيت # محاولة.}}',
  'identity.refusal.CODE_EXPIRED': 'لم يعد هذا الرمز صالحًا: مدته 10 دقائق ويُستخدم مرة واحدة. اطلب رمزًا جديدًا.',
  'identity.refusal.TOO_MANY_ATTEMPTS': 'محاولات كثيرة بهذا الرمز. اطلب رمزًا جديدًا.',
  'identity.refusal.LINK_INVALID': 'استُخدم هذا الرابط من قبل أو لم يعد صالحًا. سجّل الدخول ببريدك الإلكتروني.',
  'identity.refusal.ACCOUNT_DISABLED': 'هذا الحساب مغلق. اكتب إلينا من صفحة الاتصال.',
  'identity.refusal.PASSKEY_REFUSED':
    'مفتاح الدخول هذا غير معروف هنا، أو انتهت مدة الطلب. حاول مرة أخرى، أو سجّل الدخول ببريدك الإلكتروني.',
  'identity.last-admin': 'هذا آخر شخص في الإدارة: أعط هذا الدور أولًا لشخص آخر.',
} as const;
