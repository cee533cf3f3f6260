import { seedOf } from '../core/random.ts';

/** Draws a user's avatar: a color that depends on the login, and the first letter. */
export function avatarSvg(login: string): string {
  const hue = seedOf(login) % 360;
  const letter =
    login
      .replace(/[^a-z0-9]/gi, '')
      .slice(0, 1)
      .toUpperCase() || '?';
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="300" height="300">',
    `<rect width="100" height="100" fill="hsl(${hue} 55% 38%)"/>`,
    `<circle cx="78" cy="22" r="46" fill="hsl(${(hue + 40) % 360} 60% 48%)" opacity=".55"/>`,
    '<text x="50" y="54" fill="#fff" font-family="Helvetica, Arial, sans-serif" font-size="52"',
    ' font-weight="700" text-anchor="middle" dominant-baseline="middle">',
    `${letter}</text></svg>`,
  ].join('');
}

/** Returns the login of the user in an avatar's file name. */
export function loginOfAvatar(file: string): string | undefined {
  return /^(\w+)-profile_image-\d+x\d+\.\w+$/.exec(file)?.[1];
}
