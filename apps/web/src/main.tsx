import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { isPassing } from './api/errors.js';
import { firstMessages, I18nProvider } from './i18n/provider.js';
import { Pages } from './pages.js';
import { CrashBoundary } from './shell/crash.js';
import { Shell } from './shell/shell.js';
import './styles/index.css';

const queryClient = new QueryClient({
  defaultOptions: {
    // Without a connection a request should fail and say so, not wait silently.
    queries: { networkMode: 'always', staleTime: 5_000, retry: (count, error) => count < 2 && isPassing(error) },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const messages = await firstMessages();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <I18nProvider first={messages}>
        <CrashBoundary>
          <BrowserRouter>
            <Shell>
              <Pages />
            </Shell>
          </BrowserRouter>
        </CrashBoundary>
      </I18nProvider>
    </QueryClientProvider>
  </StrictMode>,
);
