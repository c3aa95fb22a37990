import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { startI18n } from './providers/i18n';
import { router } from './routes';

startI18n();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element "root"');
createRoot(root).render(<RouterProvider router={router} />);
