import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject, redirect } from 'react-router';
import { Root } from './app';
import { restoreSession, SIGN_IN } from './providers/auth';
import { installOutbox, type Outbox } from './providers/outbox';
import { ErrorPage } from './ui/error-page';
import { Shell } from './ui/layout/shell';
import { NotFound } from './ui/notices';

// A feature shows its face in `features/<name>/routes.tsx`; its pages load when they are opened.
type Face = { routes?: RouteObject[]; publicRoutes?: RouteObject[]; outbox?: Outbox };
const faces = import.meta.glob<Face>('./features/*/routes.tsx', { eager: true });
const pages = Object.values(faces).flatMap((face) => face.routes ?? []);
for (const { outbox } of Object.values(faces)) if (outbox) installOutbox(outbox);
const publicRoutes = Object.values(faces).flatMap((face) => face.publicRoutes ?? []);

async function requireSession({ request }: LoaderFunctionArgs) {
  if (await restoreSession()) return null;
  const { pathname, search } = new URL(request.url);
  const back = pathname === '/' ? '' : `?to=${encodeURIComponent(pathname + search)}`;
  return redirect(SIGN_IN + back);
}

export const router = createBrowserRouter([
  {
    element: <Root />,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <div className="page-loading">…</div>,
    children: [
      ...publicRoutes,
      {
        element: <Shell />,
        loader: requireSession,
        shouldRevalidate: () => false,
        children: [
          { errorElement: <ErrorPage />, children: [...pages, { path: '*', element: <NotFound /> }] },
        ],
      },
    ],
  },
]);
