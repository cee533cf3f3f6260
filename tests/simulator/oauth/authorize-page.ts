import { html } from 'hono/html';
import { ACCOUNTS, type Account, moderates, STREAMER } from '../world/people/accounts.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { describeScope } from './scopes.ts';

const DEFAULT_LOGIN = 'demo_viewer';

function roleOf({ id }: Account): string {
  if (id === STREAMER.id) return 'the streamer';
  return moderates(id, STREAMER.id) ? `moderator of ${STREAMER.name}` : '';
}

function personChoice(account: Account) {
  const { id, login } = account;
  const isDefault = login === DEFAULT_LOGIN;
  return html`<label class="person">
    <input type="radio" name="user_id" value="${id}" ${isDefault ? 'checked' : ''}>
    <img src="/jtv_user_pictures/${login}-profile_image-50x50.png" alt="" width="28" height="28">
    <span>${login}</span> <small>${roleOf(account)}</small>
  </label>`;
}

function hiddenField([name, value]: readonly [string, string]) {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function fieldsOf({ clientId, redirectUri, scopes, state }: AuthorizeRequest) {
  const fields: [string, string][] = [
    ['client_id', clientId],
    ['redirect_uri', redirectUri],
    ['response_type', 'token'],
    ['scope', scopes.join(' ')],
  ];
  return state === undefined ? fields : [...fields, ['state', state] as const];
}

function scopeList(scopes: readonly string[]) {
  if (scopes.length === 0) return html`<p>This application asks for no permissions.</p>`;
  const items = scopes.map((scope) => html`<li>${describeScope(scope)} <code>${scope}</code></li>`);
  return html`<ul class="scopes">${items}</ul>`;
}

/** Returns the page on which a user allows or denies an application access. */
export function authorizePage(request: AuthorizeRequest) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Authorize application - Twitch</title>
    <link rel="stylesheet" href="/_page/authorize.css">
  </head>
  <body>
    <main>
      <p class="brand">twitch <small>simulated</small></p>
      <h1>An application wants to access your account</h1>
      <p class="client">Application <code>${request.clientId}</code></p>
      <h2>It would like to</h2>
      ${scopeList(request.scopes)}
      <form method="post" action="/oauth2/authorize">
        ${fieldsOf(request).map(hiddenField)}
        <fieldset>
          <legend>Sign in as</legend>
          ${ACCOUNTS.filter(({ canSignIn }) => canSignIn).map(personChoice)}
        </fieldset>
        <div class="buttons">
          <button type="submit" name="decision" value="authorize" class="primary">Authorize</button>
          <button type="submit" name="decision" value="cancel">Cancel</button>
        </div>
      </form>
      <p class="return">You will be sent to <code>${new URL(request.redirectUri).host}</code></p>
    </main>
  </body>
</html>`;
}

/**
 * Returns the page that Twitch can show before it redirects; the page continues by script. See
 * https://github.com/twitchdev/issues/issues/523
 */
export function leavingPage(target: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Leaving Twitch</title>
  </head>
  <body>
    <p>You are leaving Twitch for <code>${new URL(target).host}</code>.</p>
    <a id="on" href="${target}">Go on</a>
    <script>setTimeout(() => document.getElementById('on').click(), 500);</script>
  </body>
</html>`;
}
