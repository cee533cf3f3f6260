import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { indexPage } from './screenshots/index-page.ts';
import { type Picture, planPictures } from './screenshots/plan.ts';
import { SCREENS, type ScreenName } from './screenshots/screens.ts';
import { STATES, type State } from './screenshots/states.ts';
import { takePictures } from './screenshots/take-pictures.ts';
import { withStage } from './screenshots/world.ts';

/**
 * Takes a picture of every screen in every state, theme and size, on a simulated Twitch, and lets axe
 * look for what makes it inaccessible.
 */

const FOLDER = resolve('screenshots');

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
  },
});

/** What went wrong until now; one line each. */
const problems: string[] = [];

function report(problem: string): void {
  problems.push(problem);
  console.error(`PROBLEM: ${problem}`);
}

/** Enters a state and takes its pictures; returns the files of those that were taken. */
async function takeInState(state: State, pictures: Picture<ScreenName>[]): Promise<string[]> {
  const begin = Date.now();
  const taken: string[] = [];
  try {
    await withStage({ hasQuota: state.hasQuota === true }, async (stage) => {
      await state.prepare(stage);
      for await (const { file, problem, violations } of takePictures(stage, pictures, FOLDER)) {
        for (const violation of violations) report(`${file}: ${violation}`);
        if (problem === null) taken.push(file);
        else report(`${file}: ${problem}`);
      }
      for (const error of stage.errors) report(`in the state ${state.name}: ${error}`);
    });
  } catch (error) {
    report(`the state ${state.name} can't be entered: ${String(error)}`);
  }
  const seconds = ((Date.now() - begin) / 1000).toFixed(0);
  console.log(`${state.name}: ${taken.length} of ${pictures.length} pictures in ${seconds} s`);
  return taken;
}

async function main(): Promise<number> {
  const plan = planPictures({ states: STATES, screens: SCREENS, only: values.only });
  if (plan.size === 0) throw new Error(`No picture's name contains "${values.only}".`);
  if (!values['no-build']) {
    console.log('Building the extension …');
    execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (values.only === '') rmSync(FOLDER, { recursive: true, force: true });
  const files: string[] = [];
  for (const state of STATES) {
    const pictures = plan.get(state.name);
    if (pictures !== undefined) files.push(...(await takeInState(state, pictures)));
  }
  const index = join(FOLDER, 'index.html');
  mkdirSync(dirname(index), { recursive: true });
  writeFileSync(index, indexPage(files.toSorted()));
  console.log(`${files.length} pictures: ${index}`);
  return problems.length === 0 ? 0 : 1;
}

process.exitCode = await main();
