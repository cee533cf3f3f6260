/** Announcements of the moderators. */
export const ANNOUNCEMENTS: readonly string[] = [
  'Farm tour at the top of the hour: bring your questions!',
  'Small reminder: no spoilers about the late game, please.',
  'The screenshot contest is open until Sunday.',
  'Welcome, raiders! Grab a blanket and a cup of tea.',
  'Last round of questions before we call it a night.',
];

/** Titles and categories of the stream, in their order. */
export const STREAM_TITLES: readonly { title: string; category: string }[] = [
  { title: 'First harvest of the new farm! Tea is ready', category: 'Stardew Valley' },
  { title: 'Down into the mines, wish us luck', category: 'Stardew Valley' },
  { title: 'A break from farming: questions and tea', category: 'Just Chatting' },
  { title: 'Back to the farm: can we finish the bundle tonight?', category: 'Stardew Valley' },
  { title: 'Last day of autumn, then bed', category: 'Stardew Valley' },
];
