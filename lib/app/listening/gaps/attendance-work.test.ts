import { expect, it } from 'vitest';
import { MINUTE, SECOND } from '@/lib/time';
import { countWork } from '@/tests/support/database/counted-work';
import { runAttendance } from '@/tests/support/running/running-attendance';

const IDS = Array.from({ length: 50 }, (_, index) => `${100 + index}`);

/** Creates the attendance of a worker that receives everything of fifty streamers. */
async function connectFifty() {
  const work = countWork();
  const running = await runAttendance();
  for (const id of IDS) await running.add(id, {}, false);
  for (const id of IDS) running.attendance.connected(id);
  await running.idle();
  return { ...running, work };
}

it('writes one record every ten seconds for fifty streamers, and nothing for other frames', async () => {
  const { work, receiveFrames, idle } = await connectFifty();
  const before = { ...work };
  const written: number[] = [];
  for (let second = 0; second < 60; second += 1) {
    receiveFrames(SECOND, SECOND / 10);
    await idle();
    written.push(work.requests - before.requests);
  }
  expect(written.slice(0, 10)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(work.requests - before.requests).toBe(6);
  expect(work.transactions - before.transactions).toBe(6);
});

it('writes twice for a pause after which all fifty connect at once', async () => {
  const { work, attendance, clock, db, gaps, receiveFrames, idle } = await connectFifty();
  receiveFrames(MINUTE);
  await idle();
  const before = work.transactions;
  attendance.connectionLost();
  await idle();
  clock.sleep(MINUTE);
  for (const id of IDS) attendance.connected(id);
  await idle();
  // The loss, and the gap together with the note that listening continues.
  expect(work.transactions - before).toBe(2);
  expect(await db.gaps.count()).toBe(1);
  for (const id of IDS) expect(await gaps(id)).toHaveLength(1);
});

it('writes at most once for each that connects later, and still one record', async () => {
  const { work, attendance, clock, db, receiveFrames, idle } = await connectFifty();
  receiveFrames(MINUTE);
  await idle();
  const before = work.transactions;
  attendance.connectionLost();
  await idle();
  for (const id of IDS) {
    clock.sleep(SECOND / 2);
    attendance.frameReceived(clock.now());
    attendance.connected(id);
    await idle();
  }
  // The loss and fifty answers. Each of them says until when everything else was received, too.
  expect(work.transactions - before).toBe(51);
  expect(await db.gaps.count()).toBe(1);
});
