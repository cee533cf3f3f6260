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
  ['lumen_cat', 'LumenCat'],
  ['paperboat', 'PaperBoat'],
  ['nochnaya_sova', 'Ночная_сова'],
  ['sir_waffles', 'SirWaffles'],
  ['marzipan_moon', 'MarzipanMoon'],
  ['northbound_train', 'NorthboundTrain'],
  ['abril_ok', 'abril_ok'],
  ['kettle_on', 'KettleOn'],
  ['tiny_thunder', 'TinyThunder'],
  ['fernweh_', 'Fernweh_'],
  ['yasmin_reads', 'Yasmin_reads'],
  ['oatmilkwizard', 'OatMilkWizard'],
  ['saltmarsh', 'Saltmarsh'],
  ['pine_needle', 'pine_needle'],
  ['crumpetqueen', 'CrumpetQueen'],
  ['delta_snail', 'DeltaSnail'],
  ['gato_con_gafas', 'Gato_con_gafas'],
  ['velvet_brick', 'VelvetBrick'],
  ['morningglory_', 'MorningGlory_'],
  ['lille_bro', 'LilleBro'],
  ['umbrella_ella', 'UmbrellaElla'],
  ['slowloris', 'SlowLoris'],
  ['halfpastnine', 'HalfPastNine'],
  ['bergziege', 'Bergziege'],
  ['coral_static', 'CoralStatic'],
  ['nimbus_nine', 'NimbusNine'],
  ['littleharbour', 'LittleHarbour'],
  ['toast_ghost', 'ToastGhost'],
  ['ama_kudari', 'AmaKudari'],
  ['rosehip', 'Rosehip'],
  ['juniper_jam', 'JuniperJam'],
  ['echo_lake', 'EchoLake'],
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
