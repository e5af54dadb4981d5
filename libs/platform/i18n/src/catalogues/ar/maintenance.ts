export const maintenance = {
  'maintenance.title': 'نعود قريبًا',
  'maintenance.until': 'العودة متوقعة في {day, date, long} نحو الساعة {time, time, short} بتوقيت باريس.',
  'maintenance.soon': 'حاول مرة أخرى بعد قليل.',
  'maintenance.kept': 'حجوزاتك محفوظة. لم يضع شيء.',
} as const;
