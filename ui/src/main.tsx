import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import './styles/index.css';
import './shared/shared.css';
import './frame/frame.css';
import './commands/commands.css';
import './shared/controls.css';
import './account/account.css';
import './inbox/inbox.css';
import './case/case.css';
import './powers/powers.css';
import './approvals/approvals.css';
import './intake/intake.css';
import './search/search.css';
import './sync/sync.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
