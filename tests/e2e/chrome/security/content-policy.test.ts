import { expect, openPopup, test, type World } from '../../support/fixtures.ts';

/** Where something forbidden would arrive: the stand-in for Twitch counts every request. */
const CAUGHT = 'https://www.twitch.tv/caught';

async function expectNothingCaught(world: World): Promise<void> {
  expect((await world.admin.state()).requests['/caught']).toBeUndefined();
}

test('a page of the extension loads and asks nothing but its own files and Twitch', async ({
  world,
}) => {
  const popup = await openPopup(world);
  const violated = await popup.evaluate(async (url) => {
    const found = new Set<string>();
    let last = Promise.resolve();
    const tries: Record<string, () => unknown> = {
      'connect-src': () => fetch(url, { mode: 'no-cors' }).catch(() => undefined),
      'img-src': () => {
        new Image().src = url;
      },
      'script-src-elem': () => {
        const script = document.createElement('script');
        script.src = url;
        document.body.append(script);
      },
      'style-src-elem': () => {
        const style = document.createElement('style');
        style.textContent = '*{}';
        document.body.append(style);
      },
      'style-src-attr': () => document.body.setAttribute('style', 'color:red'),
      'script-src-attr': () => document.body.setAttribute('onclick', 'void 0'),
      'frame-src': () => {
        const frame = document.createElement('iframe');
        frame.src = url;
        document.body.append(frame);
      },
      'object-src': () => {
        const object = document.createElement('object');
        object.data = url;
        document.body.append(object);
      },
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
    for (const [directive, attempt] of Object.entries(tries)) {
      const blocked = new Promise<void>((done) => {
        const heard = (event: SecurityPolicyViolationEvent) => {
          found.add(event.effectiveDirective);
          if (event.effectiveDirective === directive) done();
        };
        document.addEventListener('securitypolicyviolation', heard);
      });
      last = last.then(async () => {
        attempt();
        await blocked;
      });
    }
    await last;
    return [...found].toSorted();
  }, CAUGHT);
  expect(violated).toHaveLength(12);
  await expectNothingCaught(world);
});

test('a page of the extension opens no socket but to EventSub, and evaluates nothing', async ({
  world,
}) => {
  const popup = await openPopup(world);
  const blocked = await popup.evaluate(async () => {
    const heard = (attempt: () => void) =>
      new Promise<string>((done) => {
        const tell = (event: SecurityPolicyViolationEvent) => done(event.effectiveDirective);
        document.addEventListener('securitypolicyviolation', tell, { once: true });
        // In a turn of its own: what the developer tools call may evaluate.
        setTimeout(attempt);
      });
    return [
      await heard(() => void new WebSocket('wss://www.twitch.tv/caught')),
      await heard(() => {
        try {
          Reflect.construct(Function, ['return 1'])();
        } catch {
          // That is what is expected here.
        }
      }),
    ];
  });
  expect(blocked).toEqual(['connect-src', 'script-src']);
});

test('the background asks nobody but Twitch', async ({ world }) => {
  const [worker] = world.browser.context.serviceWorkers();
  const ask = (url: string) =>
    worker?.evaluate(
      (address) =>
        fetch(address, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      url,
    );
  expect(await ask('https://id.twitch.tv/oauth2/validate')).toBe('sent');
  expect(await ask(CAUGHT)).toBe('refused');
  await expectNothingCaught(world);
});
