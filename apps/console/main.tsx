import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleProviders, makeQueryClient } from '@prongsai/console/ui';
import { makeRouter } from './routes';

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no #app');
root.replaceChildren();

createRoot(root).render(
  <StrictMode>
    <ConsoleProviders client={makeQueryClient()}><RouterProvider router={makeRouter()} /></ConsoleProviders>
  </StrictMode>,
);
