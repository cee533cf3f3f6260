import { seedOf } from '../core/random.ts';

const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** Returns a user's avatar as Twitch has it, a PNG: a color that depends on the login, and the first letter. */
export async function avatarPng(login: string): Promise<Uint8Array<ArrayBuffer>> {
  const png = drawn.get(login) ?? draw(login);
  drawn.set(login, png);
  return await png;
}

async function draw(login: string): Promise<Uint8Array<ArrayBuffer>> {
  // Takes long to start, and most simulators never show a picture.
  const { default: sharp } = await import('sharp');
  return new Uint8Array(
    await sharp(Buffer.from(avatarSvg(login)))
      .png()
      .toBuffer(),
  );
}

function avatarSvg(login: string): string {
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
