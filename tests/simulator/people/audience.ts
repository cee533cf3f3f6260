import type { Person } from './person.ts';

/**
 * Viewers by login and display name; the id of each is its place in the list. The scripts that
 * a bare machine has no font for come last.
 */
const NAMES: readonly (readonly [login: string, name: string])[] = [
  ['moss_and_ember', 'Moss_and_Ember'],
  ['quietotter', 'QuietOtter'],
  ['tea_at_three', 'tea_at_three'],
  ['asteri_22', 'Αστέρι'],
  ['kartoffelkoenig', 'Kartoffelkoenig'],
  ['bluecrayon42', 'BlueCrayon42'],
  ['zimniy_les', 'Зимний_лес'],
  ['just_jo', 'Just_Jo'],
  ['lumencat', 'LumenCat'],
  ['paperboat', 'PaperBoat'],
  ['nochnaya_sova', 'Ночная_сова'],
  ['sirwaffles', 'SirWaffles'],
  ['marzipanmoon', 'MarzipanMoon'],
  ['northboundtrain', 'NorthboundTrain'],
  ['abril_ok', 'abril_ok'],
  ['kettleon', 'KettleOn'],
  ['tinythunder', 'TinyThunder'],
  ['fernweh_', 'Fernweh_'],
  ['yasmin_reads', 'Yasmin_reads'],
  ['oatmilkwizard', 'OatMilkWizard'],
  ['saltmarsh', 'Saltmarsh'],
  ['pine_needle', 'pine_needle'],
  ['crumpetqueen', 'CrumpetQueen'],
  ['deltasnail', 'DeltaSnail'],
  ['gato_con_gafas', 'Gato_con_gafas'],
  ['velvetbrick', 'VelvetBrick'],
  ['morningglory_', 'MorningGlory_'],
  ['lillebro', 'LilleBro'],
  ['umbrellaella', 'UmbrellaElla'],
  ['slowloris', 'SlowLoris'],
  ['halfpastnine', 'HalfPastNine'],
  ['bergziege', 'Bergziege'],
  ['coralstatic', 'CoralStatic'],
  ['nimbusnine', 'NimbusNine'],
  ['littleharbour', 'LittleHarbour'],
  ['toastghost', 'ToastGhost'],
  ['amakudari', 'AmaKudari'],
  ['rosehip', 'Rosehip'],
  ['juniperjam', 'JuniperJam'],
  ['echolake', 'EchoLake'],
  ['hana_no_yume', '花の夢'],
  ['dal_bit', '달빛'],
];

/** The viewers of the simulated evenings, some with display names in other scripts. */
export const AUDIENCE: readonly Person[] = NAMES.map(([login, name], index) => ({
  id: String(1_000 + index),
  login,
  name,
}));

const IN_RARE_SCRIPTS = 2;

/** Those whose names any machine has letters for; they come first in every evening. */
export const WELL_READABLE: readonly Person[] = AUDIENCE.slice(0, -IN_RARE_SCRIPTS);
