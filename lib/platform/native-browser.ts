/**
 * What `wxt/browser` is in the panel's script, see tools/panel-build.ts: the browser's own object. In
 * Chrome, `browser` is another name for `chrome`, and costs time when it is first used.
 */
export const browser = import.meta.env.FIREFOX
  ? Reflect.get(globalThis, 'browser')
  : Reflect.get(globalThis, 'chrome');
