import { render } from 'preact';
import { browser } from 'wxt/browser';
import { followAppearance } from '@/components/appearance/follow-appearance';
import { surviveTranslation } from '@/components/ui/survive-translation';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './style.css';
import { createDatabase } from '@/lib/db/database';
import { send, wake } from '@/lib/messaging/client';
import { App } from './App';

void wake();
followAppearance();

const root = document.getElementById('app');
if (root !== null) {
  render(
    <App db={createDatabase()} send={send} optionsUrl={browser.runtime.getURL('/options.html')} />,
    root,
  );
  surviveTranslation(root);
}
