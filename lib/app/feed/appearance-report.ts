import type { Appearance } from '@/lib/domain/view/appearance';
import type { Log } from '@/lib/log';
import type { Publisher } from './publisher';

/** Dependencies of {@link createAppearanceReport}. */
interface AppearanceReportOptions {
  publisher: Pick<Publisher, 'update'>;
  readAppearance(): Promise<Appearance>;
  log: Log;
}

/** Returns a function that tells the screens how they look. It never throws. */
export function createAppearanceReport({
  publisher,
  readAppearance,
  log,
}: AppearanceReportOptions): () => Promise<void> {
  return async () => {
    try {
      publisher.update({ appearance: await readAppearance() });
    } catch (error) {
      log.warn('the appearance could not be read', error);
    }
  };
}
