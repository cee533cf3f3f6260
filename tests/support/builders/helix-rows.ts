/** Rows of Helix, complete as Twitch sends them. */

export const HELIX_USER = {
  id: '100',
  login: 'demo_streamer',
  display_name: 'Demo_Streamer',
  type: '',
  broadcaster_type: 'partner',
  description: '',
  profile_image_url: 'https://static-cdn.jtvnw.net/a.png',
  offline_image_url: '',
  view_count: 0,
  created_at: '2019-05-14T09:30:00Z',
};

export const HELIX_STREAM = {
  id: '77',
  user_id: '100',
  user_login: 'demo_streamer',
  user_name: 'Demo_Streamer',
  game_id: '1',
  game_name: 'Chess',
  type: 'live',
  title: 'Tea',
  tags: null,
  viewer_count: 12,
  started_at: '2026-10-01T18:00:00Z',
  language: 'en',
  thumbnail_url: '',
  tag_ids: [],
  is_mature: false,
};

export const HELIX_CHANNEL = {
  broadcaster_id: '100',
  broadcaster_login: 'demo_streamer',
  broadcaster_name: 'Demo_Streamer',
  broadcaster_language: 'en',
  game_id: '',
  game_name: '',
  title: 'Tea',
  delay: 0,
  tags: [],
  content_classification_labels: [],
  is_branded_content: false,
};
