import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import './style.css';
import { createDatabase } from '@/lib/db/database';
import { send, wake } from '@/lib/messaging/client';
import { App } from './App';

void wake();

// A popup is as wide as its content asks for; opened in a tab it takes the room it is given.
const isPopup = browser.extension.getViews({ type: 'popup' }).includes(window);
document.documentElement.dataset.view = isPopup ? 'popup' : 'tab';

const root = document.getElementById('app');
if (root !== null) {
  render(
    <App db={createDatabase()} send={send} optionsUrl={browser.runtime.getURL('/options.html')} />,
    root,
  );
}
