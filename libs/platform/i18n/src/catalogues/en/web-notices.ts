import type { webNotices as source } from '../fr/web-notices.js';

export const webNotices: Record<keyof typeof source, string> = {
  'notice.accessibility.title': 'Accessibility',
  'notice.accessibility.intro':
    'This site must work for everybody, whatever the device and the way of using it. Here is where we really stand.',
  'notice.accessibility.state': 'State of compliance',
  'notice.accessibility.stateText':
    'Not compliant. No person has yet audited the site against the French RGAA 4.1 rules; until that is done, it declares itself not compliant.',
  'notice.accessibility.tested': 'What programs check at each change',
  'notice.accessibility.tested1':
    'The automatic rules of axe-core (WCAG 2.2, levels A and AA) on the pages, light and dark. Such rules find only part of the faults.',
  'notice.accessibility.tested2': 'Booking a training by keyboard alone, on a screen 360 pixels wide.',
  'notice.accessibility.tested3': 'That nothing scrolls sideways at 320 pixels wide.',
  'notice.accessibility.tested4': 'That each text exists in five languages, for what volunteers read.',
  'notice.accessibility.untested': 'What nobody has checked yet',
  'notice.accessibility.untested1': 'Use with a screen reader (NVDA, VoiceOver, TalkBack).',
  'notice.accessibility.untested2': 'The 106 RGAA criteria, page by page.',
  'notice.accessibility.untested3': 'Use by the people concerned, and how easy the texts are to read.',
  'notice.accessibility.report': 'Report a barrier',
  'notice.accessibility.reportText':
    'If something keeps you from using this site, write to us with the page and what you wanted to do. We give you the information or do the step with you, and fix it.',
  'notice.accessibility.remedy': 'If the answer is not enough',
  'notice.accessibility.remedyText':
    'You can turn to the Défenseur des droits online, by post without a stamp (Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07) or through a delegate near you.',
  'notice.siteMap.public': 'For everybody',
  'notice.siteMap.home': 'Home',
  'notice.siteMap.card': 'Enter with a reception card',
  'notice.siteMap.verify': 'Check a certificate',
  'notice.siteMap.staff': 'For the teams',
  'notice.help.q1': 'How do I book a training?',
  'notice.help.a1':
    'Choose a date among the trainings, give your e-mail address, copy the 6-digit code sent to you, then your first name and year of birth. The seat is yours at once.',
  'notice.help.q2': 'The code does not arrive',
  'notice.help.a2':
    'Look among unwanted mails. After a minute a button lets you ask for another code; the last one received is the right one. It is valid for 10 minutes.',
  'notice.help.q3': 'The training is full',
  'notice.help.a3':
    'Join the waiting list. When a seat frees, it is offered to the first person on the list who can take it, with a time to answer. Your rank is shown at any moment.',
  'notice.help.q4': 'I can no longer come',
  'notice.help.a4':
    'Cancel in your space or through the link in your confirmation mail, even at the last moment: the seat goes to somebody else at once.',
  'notice.help.q5': 'I have no smartphone',
  'notice.help.a5': 'None is needed. On site, say your name or the short code written in your confirmation mail.',
  'notice.help.q6': 'How do I put my dates in my calendar?',
  'notice.help.a6':
    'Each confirmation holds an invitation. In your space, a private subscription address keeps your calendar up to date, changes and cancellations included.',
  'notice.contact.write': 'Write to us at',
  'notice.contact.notYet': 'The body that runs this site has not stated its contact address yet.',
  'notice.contact.barrier': 'A barrier to access',
  'notice.contact.barrierText':
    'Say which page, what you wanted to do and, if you like, with which equipment. We answer even if you have no account.',
  'notice.contact.data': 'Your data',
  'notice.contact.dataText':
    'To read, correct or erase your data, write from the address of your account: that is enough to recognise you.',
  'notice.contact.association': 'You are an association',
  'notice.contact.associationText':
    'To give a training with us or welcome volunteers, say what you do, where and when.',
  'notice.privacy.intro':
    'We ask for as little as possible: an e-mail address, a first name and a year of birth are enough to be trained.',
  'notice.privacy.what': 'What we keep',
  'notice.privacy.what1': 'Your e-mail address, which you sign in with. There is no password.',
  'notice.privacy.what2':
    'Your first name, your year of birth and, if you give them, your family name and telephone. They are kept apart.',
  'notice.privacy.what3':
    'What you say about yourself: availability, languages, skills, access needs. All of it is optional.',
  'notice.privacy.what4': 'Your bookings, your attendance and the consents you gave, with their exact text.',
  'notice.privacy.why': 'Why',
  'notice.privacy.whyText':
    'To organise the trainings and actions of the networks you joined, and nothing else. No advertising, no resale, no audience measurement.',
  'notice.privacy.who': 'Who reads what',
  'notice.privacy.whoText':
    'Whoever gives the training sees your first name and access needs. The coordinators of a network can read your contact data after saying why; each reading is written down and visible in your space.',
  'notice.privacy.cookies': 'Cookies',
  'notice.privacy.cookiesText':
    'A single one, which keeps you signed in. The choice of language and appearance stays in your browser. No other site is called.',
  'notice.privacy.rights': 'Your rights',
  'notice.privacy.rightsText':
    'You can read, correct, take away or have your data erased and withdraw a consent at any time. If you disagree with us, you can turn to the CNIL.',
  'notice.legal.publisher': 'Publisher',
  'notice.legal.host': 'Hosting',
  'notice.legal.missing': 'To be stated by the body that runs this site.',
  'notice.legal.software': 'Software',
  'notice.legal.softwareText':
    'This site runs on free software, published under the European Union Public Licence (EUPL 1.2).',
  'notice.legal.images': 'Drawings',
  'notice.legal.imagesText': 'The drawings and the sign of this site are its own and follow the same licence.',
};
