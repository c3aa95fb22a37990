import { REPORTS } from './filing-data';
import { FilingList } from './filing-list';
import { FilingPage } from './filing-page';
import { Receipt } from './receipt';

export const ReportList = () => <FilingList kind={REPORTS} />;
export const ReportPage = () => <FilingPage kind={REPORTS} />;
export const ReportReceipt = () => <Receipt kind={REPORTS} />;
