export const webLearning = {
  'learn.title': 'أهلياتي',
  'learn.missed.title': 'للتعويض',
  'learn.missed.text': 'اليوم {position} من {count}، {day}',
  'learn.missed.minutes':
    'حضرت {minutes, plural, zero {أقل من دقيقة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}: هذا أقل من النصف.',
  'learn.missed.where': 'يمكنك تعويض هذا اليوم:',
  'learn.missed.seats':
    '{seats, plural, zero {لا مكان شاغر} one {مكان شاغر واحد} two {مكانان شاغران} few {# أماكن شاغرة} many {# مكانًا شاغرًا} other {# مكان شاغر}}',
  'learn.missed.nowhere': 'لا موعد للتعويض بعد. سيظهر هنا.',
  'learn.missed.book': 'تعويض هذا اليوم',
  'learn.missed.booked': 'تم الحجز: تعوّض هذا اليوم في {day}.',
  'learn.missed.done': 'مكانك محجوز لذلك اليوم.',
  'learn.mine': 'ما تستطيع فعله',
  'learn.none': 'لا توجد أهلية معروضة بعد.',
  'learn.state.valid': 'مكتسبة',
  'learn.state.ending': 'للتجديد',
  'learn.state.ended': 'منتهية',
  'learn.state.none': 'في الطريق',
  'learn.state.notBegun': 'لم تبدأ بعد',
  'learn.until': 'سارية حتى {day}',
  'learn.endedOn': 'انتهت في {day}',
  'learn.forEver': 'بلا تاريخ انتهاء',
  'learn.progress.days':
    '{have} {have, plural, zero {يوم} one {يوم} two {يومان} few {أيام} many {يومًا} other {يوم}} من {needed}',
  'learn.progress.hours':
    '{have} {have, plural, zero {ساعة} one {ساعة} two {ساعتان} few {ساعات} many {ساعة} other {ساعة}} من {needed}',
  'learn.progress.courses':
    '{have} {have, plural, zero {دورة} one {دورة} two {دورتان} few {دورات} many {دورة} other {دورة}} من {needed}',
  'learn.earnedBy': 'الدورات المحتسبة:',
  'learn.renewedBy': 'لتجديدها:',
  'learn.opens': 'تفتح الوصول إلى:',
  'learn.course.required': 'الأهلية المطلوبة',
  'learn.course.has': 'هي لديك',
  'learn.course.hasNot': 'ليست لديك بعد',
  'learn.course.earns': 'تُحتسب هذه الدورة من أجل',
  'learn.course.renews': 'تجدّد هذه الدورة',
  'learn.course.months':
    'سارية {months, plural, zero {أقل من شهر} one {شهرًا واحدًا} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
  'learn.booking.catchUp': 'تأتي لتعويض يوم',
  'learn.booking.catchUpText': 'ننتظرك فقط في: {days}.',
} as const;
