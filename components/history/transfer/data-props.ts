import type { NamedUser } from '@/lib/domain/event/user';
import type { send as Send } from '@/lib/messaging/client';
import type { HistoryViewProps } from '../view-props';
import type { Task } from './use-task';

/** What the dialog of the data is given. */
export interface DataProps extends Omit<HistoryViewProps, 'go'> {
  /** The viewer of the address; `null` if there is none, or the log does not know a name. */
  viewer: NamedUser | null;
  send: typeof Send;
}

/** What a part of the dialog is given. */
export type DataPartProps = DataProps & { task: Task };
