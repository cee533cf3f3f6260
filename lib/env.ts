/** The Client ID that this build was made with; empty if it has none. */
export const BUILT_IN_CLIENT_ID: string = import.meta.env.WXT_TWITCH_CLIENT_ID ?? '';
