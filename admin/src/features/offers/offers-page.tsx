import { useWords } from '../../providers/i18n';
import { useSession } from '../../providers/session';
import { NewOffer, OfferTable } from '../../ui/lists/offer-table';
import { Page } from '../../ui/page';

function OffersPage() {
  const { say } = useWords();
  const { station } = useSession().actor.anchors;
  return (
    <Page
      title={say({ zh: '阵地资源', en: 'Offers of sites' })}
      actions={<NewOffer station={station?.documentId ?? null} />}
    >
      <OfferTable />
    </Page>
  );
}

export { OffersPage as Component };
