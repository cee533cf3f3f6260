/** What people say while nothing special happens. */
export const CHATTER: readonly string[] = [
  'hello hello!',
  'good evening everyone',
  'that farm is looking so neat',
  'the chickens have names, right?',
  'tea in hand, ready',
  'is that a new lamp?',
  'I love this part of the soundtrack',
  'how long until winter?',
  'save the parsnips!',
  'one more day, you said',
  'the cat on the desk is stealing the show',
  'first time here, this is cosy',
  'welcome in!',
  'the fishing minigame still scares me',
  'look at that sunset',
  'you walked past the chest again :D',
  'the dog has not been petted today',
  'greetings from rainy Hamburg',
  'привет из Казани',
  'καλησπέρα σε όλους',
  'buenas noches a todos',
  'guten Abend zusammen',
  'did the well always look like that?',
  'blueberries next, please',
  'my week was long, this helps',
  'oh no the geodes',
  'that was smooth',
  'GG',
  'haha',
  'okay that was lucky',
  'the bridge is finally done!',
  'what is in the basement?',
  'mine level 80, let’s go',
  'I always forget to water the last row',
  'the music in this cave though',
  'do you take your tea with milk?',
  'brb, dinner',
  'back! what did I miss?',
  'nothing, only chickens',
  'that hat suits you',
];

export const RESUB_MESSAGES: readonly string[] = [
  'Another month with my favourite tea drinker',
  'Best evenings of the week, thank you!',
  'Half a year already? Time flies here.',
  'Thanks for keeping me company through exams',
  'Still here, still cosy',
  'Your streams got me through a hard winter. Thank you.',
  'Happy to be back!',
  'For the chickens!',
  'Wow, so many months. Here is to many more',
  'Hug for the cat please',
  'спасибо за уютные вечера',
  'You said one more day, so one more month',
];

export const CHEER_MESSAGES: readonly string[] = [
  'for the new lamp',
  'that catch was worth it',
  'buy the chicken a hat',
  'great run in the mines',
  'happy birthday to the dog',
  'tea money',
  'that laugh made my day',
  'for the bridge fund',
  'well played',
];

export const ANNOUNCEMENTS: readonly string[] = [
  'Farm tour at the top of the hour: bring your questions!',
  'Small reminder: no spoilers about the late game, please.',
  'The screenshot contest is open until Sunday.',
  'Welcome, raiders! Grab a blanket and a cup of tea.',
  'Last round of questions before we call it a night.',
];

export const STREAK_MESSAGES: readonly string[] = [
  'never missing a harvest',
  'it became a habit',
  'see you tomorrow too',
  '',
];

/** Titles and categories of the evening, one after the other. */
export const PROGRAMME: readonly { title: string; category: string }[] = [
  { title: 'First harvest of the new farm! Tea is ready', category: 'Stardew Valley' },
  { title: 'Down into the mines, wish us luck', category: 'Stardew Valley' },
  { title: 'A break from farming: questions and tea', category: 'Just Chatting' },
  { title: 'Back to the farm: can we finish the bundle tonight?', category: 'Stardew Valley' },
  { title: 'Last day of autumn, then bed', category: 'Stardew Valley' },
];
