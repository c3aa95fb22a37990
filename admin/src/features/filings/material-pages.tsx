import { MATERIALS } from './filing-data';
import { FilingList } from './filing-list';
import { FilingPage } from './filing-page';
import { Receipt } from './receipt';

export const MaterialList = () => <FilingList kind={MATERIALS} />;
export const MaterialPage = () => <FilingPage kind={MATERIALS} />;
export const MaterialReceipt = () => <Receipt kind={MATERIALS} />;
