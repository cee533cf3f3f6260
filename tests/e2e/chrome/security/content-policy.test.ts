import { expect, testSignedOut as test, type World } from '../../support/fixtures.ts';
import { setUpExtension } from '../../support/steps.ts';
import { requestCount } from '../../support/twitch.ts';

/** The address of all forbidden requests: the simulated Twitch counts what arrives there. */
const CAUGHT = 'https://www.twitch.tv/caught';

async function expectNothingCaught(world: World): Promise<void> {
  expect(await requestCount(world, '/caught')).toBe(0);
}

test('a page of the extension loads nothing but its own files and data from Twitch', async ({
  world,
}) => {
  const popup = await setUpExtension(world);
  const violated = await popup.evaluate(async (url) => {
    const append = (tag: string, properties: object) =>
      document.body.append(Object.assign(document.createElement(tag), properties));
    const attempts: Record<string, () => unknown> = {
      'connect-src': () => fetch(url, { mode: 'no-cors' }).catch(() => undefined),
      'img-src': () => {
        new Image().src = url;
      },
      'script-src-elem': () => append('script', { src: url }),
      'style-src-elem': () => append('style', { textContent: '*{}' }),
      'style-src-attr': () => document.body.setAttribute('style', 'color:red'),
      'script-src-attr': () => {
        document.body.setAttribute('onclick', 'void 0');
        // Chromium compiles the handler, and checks the policy, only when the event occurs.
        document.body.click();
      },
      'frame-src': () => append('iframe', { src: url }),
      'object-src': () => append('object', { data: url }),
      'font-src': () => {
        const face = new FontFace('x', `url(${url})`);
        void face.load().catch(() => undefined);
      },
      'media-src': () => {
        new Audio(url).load();
      },
      'base-uri': () => {
        const base = document.createElement('base');
        base.href = url;
        document.head.append(base);
      },
      'form-action': () => {
        const form = document.createElement('form');
        form.action = url;
        document.body.append(form);
        form.submit();
      },
    };
    const found = new Set<string>();
    for (const [directive, attempt] of Object.entries(attempts)) {
      const blocked = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          found.add(event.effectiveDirective);
          if (event.effectiveDirective === directive) resolve();
        });
      });
      attempt();
      await blocked;
    }
    return [...found].toSorted();
  }, CAUGHT);
  expect(violated).toHaveLength(12);
  await expectNothingCaught(world);
});

test('a page of the extension opens sockets only to EventSub, and evaluates no text', async ({
  world,
}) => {
  const popup = await setUpExtension(world);
  const blocked = await popup.evaluate(async () => {
    const violationOf = (attempt: () => void) =>
      new Promise<string>((resolve) => {
        document.addEventListener(
          'securitypolicyviolation',
          (event) => resolve(event.effectiveDirective),
          { once: true },
        );
        // In a task of its own, because code that the developer tools call may evaluate text.
        setTimeout(attempt);
      });
    return [
      await violationOf(() => void new WebSocket('wss://www.twitch.tv/caught')),
      await violationOf(() => {
        try {
          Reflect.construct(Function, ['return 1'])();
        } catch {
          // The policy makes this fail.
        }
      }),
    ];
  });
  expect(blocked).toEqual(['connect-src', 'script-src']);
});

test('the background sends requests only to Twitch', async ({ world }) => {
  const [worker] = world.browser.context.serviceWorkers();
  const request = (url: string) =>
    worker?.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      url,
    );
  expect(await request('https://id.twitch.tv/oauth2/validate')).toBe('sent');
  expect(await request(CAUGHT)).toBe('refused');
  await expectNothingCaught(world);
});
