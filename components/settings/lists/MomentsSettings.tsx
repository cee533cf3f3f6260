import { NotSaved } from '@/components/settings/NotSaved';
import { useChange } from '@/components/settings/use-change';
import { Button } from '@/components/ui/form/Button';
import { NumberField } from '@/components/ui/form/NumberField';
import { Switch } from '@/components/ui/form/Switch';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { DEFAULT_MOMENTS, MAX_MOMENT_SIZE, type MomentSettings } from '@/lib/domain/view/moments';
import { t } from '@/lib/i18n/text';
import { changeMoments } from '@/lib/settings/settings';

const SIZES = [
  ['gifts', 'options.moments.gifts'],
  ['viewers', 'options.moments.viewers'],
  ['bits', 'options.moments.bits'],
] as const;

/** The part about moments: how large an event has to be to stand out. */
export function MomentsSettings({ moments }: { moments: MomentSettings }) {
  const part = useScrollTarget('moments', true);
  const { store, problem } = useChange();
  const change = (by: (now: MomentSettings) => MomentSettings) =>
    void store(() => changeMoments(by));
  return (
    <section class="card" id="moments" aria-labelledby="moments-title" ref={part}>
      <h3 id="moments-title" tabIndex={-1}>
        {t('options.moments.title')}
      </h3>
      <p>{t('options.moments.why')}</p>
      <div class="fields">
        {SIZES.map(([size, label]) => (
          <NumberField
            key={size}
            label={t(label)}
            value={moments.sizes[size]}
            max={MAX_MOMENT_SIZE}
            onChange={(value) =>
              change((now) => ({ ...now, sizes: { ...now.sizes, [size]: value } }))
            }
          />
        ))}
      </div>
      <Switch
        label={t('options.moments.by_channel')}
        description={t('options.moments.by_channel_why')}
        isOn={moments.isByChannel}
        onChange={(isByChannel) => change((now) => ({ ...now, isByChannel }))}
      />
      <div>
        <Button onClick={() => change(() => DEFAULT_MOMENTS)}>{t('options.moments.reset')}</Button>
      </div>
      {problem !== null && <NotSaved problem={problem} />}
    </section>
  );
}
