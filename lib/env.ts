/** The Client ID this build was made with; empty for none. */
export const BUILT_IN_CLIENT_ID: string = import.meta.env.WXT_TWITCH_CLIENT_ID ?? '';
