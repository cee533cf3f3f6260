import type { Person } from './person.ts';

/**
 * Viewers by login and display name; the position in the list determines the id. Names in scripts
 * that a machine without extra fonts cannot show come last.
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

/** Logins and names of users who do not follow a channel yet. */
const NEW_NAMES: readonly (readonly [login: string, name: string])[] = [
  ['harbourlight', 'HarbourLight'],
  ['pickled_beet', 'Pickled_Beet'],
  ['wolkenbruch', 'Wolkenbruch'],
  ['sixpencesonata', 'SixpenceSonata'],
  ['ryzhiy_kot', 'Рыжий_кот'],
  ['cloudberry_', 'Cloudberry_'],
  ['mateo_con_mate', 'Mateo_con_mate'],
  ['driftwood77', 'Driftwood77'],
  ['papierkranich', 'Papierkranich'],
  ['glowwormgus', 'GlowwormGus'],
  ['ampelos', 'Άμπελος'],
  ['sundialsue', 'SundialSue'],
  ['thirdkettle', 'ThirdKettle'],
  ['biscuitbandit', 'BiscuitBandit'],
  ['owlpost', 'OwlPost'],
  ['lichenlass', 'LichenLass'],
  ['tuulikello', 'Tuulikello'],
  ['patchworkpat', 'PatchworkPat'],
  ['duskfinch', 'DuskFinch'],
  ['ginger_and_lime', 'Ginger_and_Lime'],
];

function peopleFrom(names: readonly (readonly [string, string])[], firstId: number): Person[] {
  return names.map(([login, name], index) => ({ id: String(firstId + index), login, name }));
}

/** The viewers of the simulated evenings; some have display names in other scripts. */
export const AUDIENCE: readonly Person[] = peopleFrom(NAMES, 1_000);

/** The viewers who follow during an evening. */
export const NEWCOMERS: readonly Person[] = peopleFrom(NEW_NAMES, 1_100);

const IN_RARE_SCRIPTS = 2;

/** Viewers whose names every machine can show; every evening starts with them. */
export const WELL_READABLE: readonly Person[] = AUDIENCE.slice(0, -IN_RARE_SCRIPTS);
