import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ShownNotification } from '@/lib/domain/notification/shown';
import { fakeFetch, noNetwork } from '@/tests/support/fakes/fake-fetch';
import { fakePermissions } from '@/tests/support/fakes/fake-permissions';
import { notificationDevice, onNotificationClick } from './notifications';

const NOTIFICATION: ShownNotification = {
  login: 'demo_streamer',
  avatarUrl: 'https://static-cdn.jtvnw.net/demo.png',
  title: 'Demo_Streamer',
  message: 'Demo_Streamer went live',
};
const PRODUCT = 'chrome-extension://test-extension-id/icons/128.png';

const shown = () => fakeBrowser.notifications.getAllCreateOptions();
const png = (bytes = 3) =>
  new Response(new Uint8Array(bytes), { headers: { 'Content-Type': 'image/png' } });

beforeEach(() => void fakePermissions());

describe('a notification', () => {
  it('has the avatar of the streamer, and replaces the last one about it', async () => {
    const { requests } = fakeFetch(() => png());
    await notificationDevice.show({ ...NOTIFICATION, message: 'earlier' });
    await notificationDevice.show(NOTIFICATION);
    expect(shown()).toEqual({
      'streamer:demo_streamer': {
        type: 'basic',
        iconUrl: 'data:image/png;base64,AAAA',
        title: 'Demo_Streamer',
        message: 'Demo_Streamer went live',
      },
    });
    expect(requests[0]?.url.href).toBe(NOTIFICATION.avatarUrl);
    expect(requests[0]?.redirect).toBe('error');
    expect(await notificationDevice.isShown('demo_streamer')).toBe(true);
    expect(await notificationDevice.isShown('other_streamer')).toBe(false);
  });

  it.each([
    ['cannot be loaded', () => noNetwork()],
    ['is missing', () => new Response('', { status: 404 })],
    ['is no picture', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['is too large', () => png(600_000)],
  ])('has the picture of the extension if the avatar %s', async (_why, answer) => {
    fakeFetch(answer);
    await notificationDevice.show(NOTIFICATION);
    expect(Object.values(shown())[0]?.iconUrl).toBe(PRODUCT);
  });

  it('loads no picture of another site', async () => {
    const { requests } = fakeFetch(() => png());
    await notificationDevice.show({ ...NOTIFICATION, avatarUrl: 'https://evil.test/a.png' });
    expect(Object.values(shown())[0]?.iconUrl).toBe(PRODUCT);
    expect(requests).toEqual([]);
  });

  it('has the picture of the extension if the browser cannot read the avatar', async () => {
    fakeFetch(() => png());
    vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValueOnce(new Error('Unable to'));
    await notificationDevice.show(NOTIFICATION);
    expect(Object.values(shown())[0]?.iconUrl).toBe(PRODUCT);
  });
});

describe('a click', () => {
  it('tells whose notification it was, and clears it', async () => {
    fakeFetch(() => png());
    const clicked: string[] = [];
    onNotificationClick((login) => clicked.push(login));
    await notificationDevice.show(NOTIFICATION);
    await fakeBrowser.notifications.onClicked.trigger('streamer:demo_streamer');
    expect(clicked).toEqual(['demo_streamer']);
    expect(shown()).toEqual({});
  });

  it('is heard as soon as notifications are allowed', async () => {
    const permissions = fakePermissions();
    const { notifications } = fakeBrowser;
    const clicked: string[] = [];
    Reflect.set(fakeBrowser, 'notifications', undefined);
    onNotificationClick((login) => clicked.push(login));
    Reflect.set(fakeBrowser, 'notifications', notifications);
    permissions.set(true);
    await notifications.onClicked.trigger('streamer:demo_streamer');
    expect(clicked).toEqual(['demo_streamer']);
  });
});
