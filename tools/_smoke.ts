import { launchChromium, extensionOrigin } from './chromium.ts';
import { enterClientId, signIn, chooseFavorite } from './steps.ts';
import { startSimulator } from '../tests/simulator/server.ts';
import { createAdminClient } from '../tests/simulator/admin-client.ts';
import { mkdtempSync } from 'node:fs';
const sim = await startSimulator({ seed: 1 });
const admin = createAdminClient(sim.ports.admin);
const ctx = await launchChromium({
  extension: '/work/main/.output/chrome-mv3',
  profile: mkdtempSync('/tmp/prof-'),
  tlsPort: sim.ports.tls,
  isHeadless: true,
});
ctx.on('serviceworker', (w) => w.on('console', (m) => console.log('[sw]', m.text())));
for (const w of ctx.serviceWorkers()) w.on('console', (m) => console.log('[sw]', m.text()));
try {
  const origin = await extensionOrigin(ctx);
  console.log(origin);
  const page = ctx.pages()[0]!;
  page.on('console', (m) => console.log('[page]', m.text()));
  page.on('pageerror', (m) => console.log('[pageerror]', m.message));
  page.setDefaultTimeout(8000);
  await enterClientId(page, origin, 'test-client');
  await page.goto(origin + '/popup.html');
  await page.screenshot({ path: '/tmp/p1.png' });
  await signIn(ctx, page);
  await page.screenshot({ path: '/tmp/p2.png' });
  await chooseFavorite(page, 'demo_streamer');
  await page
    .getByRole('status')
    .filter({ hasText: /listening/i })
    .waitFor();
  console.log(await page.getByRole('status').innerText());
  await admin.scenario({ name: 'evening', seed: 3, speed: 200 });
  await page.waitForTimeout(8000);
  await page.screenshot({ path: '/tmp/p3.png' });
  const st = await admin.state();
  console.log(JSON.stringify(st, null, 1).slice(0, 1500));
} catch (e) {
  console.log(e);
  await ctx.pages()[0]?.screenshot({ path: '/tmp/err.png' });
  console.log(JSON.stringify(await admin.state()).slice(0, 2000));
}
await ctx.close();
await sim.close();
