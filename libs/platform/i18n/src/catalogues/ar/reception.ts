export const reception = {
  'reception.hasAddress': 'لهذا الشخص بريد إلكتروني: يدخل به من دون بطاقة.',
} as const;
