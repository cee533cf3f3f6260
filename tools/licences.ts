import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundledThirdParty, THIRD_PARTY_FILE, thirdPartyText } from './third-party.ts';

mkdirSync(dirname(THIRD_PARTY_FILE), { recursive: true });
writeFileSync(THIRD_PARTY_FILE, thirdPartyText(bundledThirdParty()));
