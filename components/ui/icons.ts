/**
 * Outlines of the icons, on a grid of 24 by 24. From Lucide (https://lucide.dev), ISC License,
 * copyright (c) 2026 Lucide Icons and Contributors. Only the outlines, because the library's own
 * components are a tenth of what the panel may weigh; and rounded to a tenth of a square.
 */
export const arrowUpRight = 'M7 7h10v10M7 17l10-10';
export const chevronDown = 'M6 9l6 6 6-6';
export const chevronRight = 'M9 18l6-6-6-6';
export const circleCheck = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M16 9l-5.5 5.5-2.5-2.5';
export const circlePlay =
  'M9 9a1 1 0 0 1 1.5-.9l5 3a1 1 0 0 1 0 1.8l-5 3a1 1 0 0 1-1.5-.9zM2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0';
export const circleStop =
  'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M10 9h4a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1h-4a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1z';
export const crown =
  'M11.6 3.3a.5 .5 0 0 1 .8 0l3 5.6a1 1 0 0 0 1.5 .3l4.3-3.7a.5 .5 0 0 1 .8 .5l-2.9 10.3a1 1 0 0 1-.9 .7h-12.4a1 1 0 0 1-.9-.7l-2.9-10.3a.5 .5 0 0 1 .8-.5l4.3 3.7a1 1 0 0 0 1.5-.3zM5 21h14';
export const flame =
  'M12 3q1 4 4 6.5t3 5.5a1 1 0 0 1-14 0 5 5 0 0 1 1-3 1 1 0 0 0 5 0c0-2-1.5-3-1.5-5q0-2 2.5-4';
export const gem =
  'M10.5 3l-2.5 6 4 13 4-13-2.5-6M17 3a2 2 0 0 1 1.6 .8l3 4a2 2 0 0 1 0 2.4l-8 11a2 2 0 0 1-3.2 0l-8-11a2 2 0 0 1 0-2.4l3-4a2 2 0 0 1 1.6-.8zM2 9h20';
export const gift =
  'M12 7v14M20 11v8a2 2 0 0 1-2 2h-12a2 2 0 0 1-2-2v-8M7.5 7a1 1 0 0 1 0-5 4.8 8 0 0 1 4.5 5 4.8 8 0 0 1 4.5-5 1 1 0 0 1 0 5M4 7h16a1 1 0 0 1 1 1v2a1 1 0 0 1-1 1h-16a1 1 0 0 1-1-1v-2a1 1 0 0 1 1-1z';
export const heart =
  'M2 9.5a5.5 5.5 0 0 1 9.6-3.7 .6 .6 0 0 0 .8 0 5.5 5.5 0 0 1 9.6 3.7c0 2.3-1.5 4-3 5.5l-5.5 5.3a2 2 0 0 1-3 0l-5.5-5.3c-1.5-1.5-3-3.2-3-5.5';
export const info = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 16v-4M12 8h0';
export const logOut = 'M16 17l5-5-5-5M21 12h-12M9 21h-4a2 2 0 0 1-2-2v-14a2 2 0 0 1 2-2h4';
export const megaphone =
  'M11 6a13 13 0 0 0 8.4-2.8 1 1 0 0 1 1.6 .8v12a1 1 0 0 1-1.6 .8 13 13 0 0 0-8.4-2.8h-6a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2zM6 14a12 12 0 0 0 2.4 7.2 2 2 0 0 0 3.2-2.4 8 8 0 0 1-1.6-4.8M8 6v8';
export const pencilLine =
  'M13 21h8M15 5l4 4M21.2 6.8a1 1 0 0 0-4-4l-13.4 13.4a2 2 0 0 0-.5 .8l-1.3 4.4a.5 .5 0 0 0 .6 .6l4.4-1.3a2 2 0 0 0 .8-.5z';
export const settings =
  'M9.7 4.1a2.3 2.3 0 0 1 4.6 0 2.3 2.3 0 0 0 3.3 2 2.3 2.3 0 0 1 2.4 4 2.3 2.3 0 0 0 0 3.8 2.3 2.3 0 0 1-2.4 4 2.3 2.3 0 0 0-3.3 2 2.3 2.3 0 0 1-4.6 0 2.3 2.3 0 0 0-3.3-2 2.3 2.3 0 0 1-2.4-4 2.3 2.3 0 0 0 0-3.8 2.3 2.3 0 0 1 2.4-4 2.3 2.3 0 0 0 3.3-2M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0';
export const shieldCheck =
  'M20 13c0 5-3.5 7.5-7.7 9a1 1 0 0 1-.6-.1c-4.2-1.4-7.7-3.9-7.7-8.9v-7a1 1 0 0 1 1-1c2 0 4.5-1.2 6.2-2.7a1.2 1.2 0 0 1 1.6 0c1.7 1.5 4.2 2.7 6.2 2.7a1 1 0 0 1 1 1zM9 12l2 2 4-4';
export const star =
  'M11.5 2.3a.5 .5 0 0 1 1 0l2.3 4.7a2.1 2.1 0 0 0 1.6 1.1l5.1 .8a.5 .5 0 0 1 .3 .9l-3.7 3.6a2.1 2.1 0 0 0-.6 1.9l.9 5.2a.5 .5 0 0 1-.8 .5l-4.6-2.4a2.1 2.1 0 0 0-2 0l-4.6 2.4a.5 .5 0 0 1-.8-.5l.9-5.2a2.1 2.1 0 0 0-.6-1.9l-3.7-3.6a.5 .5 0 0 1 .3-.9l5.1-.8a2.1 2.1 0 0 0 1.6-1.1z';
export const triangleAlert =
  'M21.7 18l-8-14a2 2 0 0 0-3.4 0l-8 14a2 2 0 0 0 1.7 3h16a2 2 0 0 0 1.7-3M12 9v4M12 17h0';
export const undo2 = 'M9 14l-5-5 5-5M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5 5.5 5.5 0 0 1-5.5 5.5h-3.5';
export const users =
  'M16 21v-2a4 4 0 0 0-4-4h-6a4 4 0 0 0-4 4v2M16 3.1a4 4 0 0 1 0 7.8M22 21v-2a4 4 0 0 0-3-3.9M5 7a4 4 0 1 0 8 0 4 4 0 1 0-8 0';
export const zap =
  'M15.9 4a1.5 1.5 0 0 0-2.5-1.6l-9 9a1.5 1.5 0 0 0 1.1 2.6h4a.5 .5 0 0 1 .5 .7l-1.9 5.3a1.5 1.5 0 0 0 2.5 1.6l9-9a1.5 1.5 0 0 0-1.1-2.6h-4a.5 .5 0 0 1-.5-.7z';
