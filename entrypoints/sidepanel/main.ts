import { startHome } from '@/components/home/start';

startHome('side');
