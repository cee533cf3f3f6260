import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '@/components/appearance/follow-appearance';
import { surviveTranslation } from '@/components/ui/survive-translation';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './style.css';
import './layout.css';
import { createDatabase } from '@/lib/db/database';
import { BUILT_IN_CLIENT_ID } from '@/lib/env';
import { send } from '@/lib/messaging/client';
import { App } from './App';

followAppearance();

const root = document.getElementById('app');
if (root !== null) {
  render(
    <App
      db={createDatabase()}
      send={send}
      redirectUrl={browser.identity.getRedirectURL()}
      version={browser.runtime.getManifest().version}
      hasBuiltInClientId={BUILT_IN_CLIENT_ID !== ''}
    />,
    root,
  );
  surviveTranslation(root);
}
