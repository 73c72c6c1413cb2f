import { Redirect, Route, Switch } from 'wouter';
import { ApprovalsScreen } from '../approvals/ApprovalsScreen';
import { DeskScreen } from '../case/DeskScreen';
import { IntakeScreen } from '../intake/IntakeScreen';
import { SearchScreen } from '../search/SearchScreen';
import { SettingsScreen } from '../settings/SettingsScreen';
import { AgreementScreen } from '../sync/AgreementScreen';

/** Which screen stands in the window. */
export function Places() {
  return (
    <Switch>
      <Route path="/desk/:case?" component={DeskScreen} />
      <Route path="/approvals/:case?/:approval?" component={ApprovalsScreen} />
      <Route path="/intake" component={IntakeScreen} />
      <Route path="/search" component={SearchScreen} />
      <Route path="/agreement" component={AgreementScreen} />
      <Route path="/settings" component={SettingsScreen} />
      <Route>
        <Redirect to="/desk" />
      </Route>
    </Switch>
  );
}
