import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '@/components/appearance/follow-appearance';
import { surviveTranslation } from '@/components/ui/survive-translation';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './style.css';
import { BUILT_IN_CLIENT_ID } from '@/lib/env';
import { send, wake } from '@/lib/messaging/client';
import { isButtonPinned } from '@/lib/platform/pinned-button';
import { App } from './App';

void wake();
followAppearance();

const root = document.getElementById('app');
if (root !== null) {
  render(
    <App
      send={send}
      builtInClientId={BUILT_IN_CLIENT_ID}
      redirectUrl={browser.identity.getRedirectURL()}
      browserName={import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome'}
      readPinned={isButtonPinned}
    />,
    root,
  );
  surviveTranslation(root);
}
