/** Twitch's server for sign-in and tokens: https://dev.twitch.tv/docs/authentication/ */
export const ID_HOST = 'https://id.twitch.tv/oauth2';
