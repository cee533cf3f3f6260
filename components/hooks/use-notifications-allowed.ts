import { useEffect, useState } from 'preact/hooks';
import {
  areNotificationsAllowed,
  onPermissionsChange,
} from '@/lib/platform/notification-permission';

/** Returns true if the user has allowed notifications in this browser; `undefined` until it is known. */
export function useNotificationsAllowed(): boolean | undefined {
  const [isAllowed, setIsAllowed] = useState<boolean>();
  useEffect(() => {
    let isStopped = false;
    const read = () =>
      void areNotificationsAllowed().then(
        (allowed) => {
          if (!isStopped) setIsAllowed(allowed);
        },
        () => undefined,
      );
    read();
    const stop = onPermissionsChange(read);
    return () => {
      isStopped = true;
      stop();
    };
  }, []);
  return isAllowed;
}
