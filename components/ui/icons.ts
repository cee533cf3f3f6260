/**
 * The icons in use, as Lucide's plain outlines. Its components for Preact draw the same and weigh a
 * tenth of what the panel may.
 */
export {
  ArrowUpRight as arrowUpRight,
  ChevronDown as chevronDown,
  ChevronRight as chevronRight,
  CircleCheck as circleCheck,
  CirclePlay as circlePlay,
  CircleStop as circleStop,
  Crown as crown,
  Flame as flame,
  Gem as gem,
  Gift as gift,
  Heart as heart,
  Info as info,
  LogOut as logOut,
  Megaphone as megaphone,
  PencilLine as pencilLine,
  Settings as settings,
  ShieldCheck as shieldCheck,
  Star as star,
  TriangleAlert as triangleAlert,
  Undo2 as undo2,
  Users as users,
  Zap as zap,
} from 'lucide';
