import { type Look, THEMES, type Theme } from './looks.ts';

/** Which pictures to take. */

/** A picture to take of a screen in a state. */
export interface Picture<ScreenName extends string = string> {
  screen: ScreenName;
  look: Look;
  theme: Theme;
  /** The file in the folder of all pictures. */
  file: string;
}

interface PlanOptions<ScreenName extends string> {
  states: readonly { name: string; screens: readonly ScreenName[] }[];
  screens: Readonly<Record<ScreenName, { looks: readonly Look[] }>>;
  /** Only pictures whose file contains this text. */
  only: string;
}

/** Returns the pictures to take in each state; states without any are left out. */
export function planPictures<ScreenName extends string>({
  states,
  screens,
  only,
}: PlanOptions<ScreenName>): Map<string, Picture<ScreenName>[]> {
  const plan = new Map<string, Picture<ScreenName>[]>();
  for (const state of states) {
    const pictures = state.screens.flatMap((screen) =>
      screens[screen].looks.flatMap((look) =>
        THEMES.map((theme) => ({ screen, look, theme, file: fileOf(screen, state, theme, look) })),
      ),
    );
    const wanted = pictures.filter(({ file }) => file.includes(only));
    if (wanted.length > 0) plan.set(state.name, wanted);
  }
  return plan;
}

function fileOf(screen: string, state: { name: string }, theme: Theme, look: Look): string {
  return `${screen}/${state.name}.${theme}.${look.name}.png`;
}
