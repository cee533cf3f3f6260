import { useStorageItem } from '@/components/hooks/use-storage-item';
import { Button } from '@/components/ui/form/Button';
import { t } from '@/lib/i18n/text';
import { isPanelAwaitedItem } from '@/lib/settings/panel-awaited';

/** Says that pages of Twitch need a reload, after an installation or update while they were open. */
export function PanelHint({ reloadTab }: { reloadTab: () => void }) {
  const isPanelAwaited = useStorageItem(isPanelAwaitedItem);
  if (isPanelAwaited !== true) return null;
  return (
    <div class="panel-hint">
      <p title={t('panel.reload_pages')}>{t('panel.reload_pages')}</p>
      <Button onClick={reloadTab}>{t('action.reload_tab')}</Button>
    </div>
  );
}
