import { viewOfPopup } from '@/components/home/page-actions';
import { startHome } from '@/components/home/start';

startHome(viewOfPopup());
