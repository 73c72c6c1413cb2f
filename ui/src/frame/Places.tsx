import { Redirect, Route, Switch } from 'wouter';
import { SettingsScreen } from '../settings/SettingsScreen';

/** Which screen stands in the window. */
export function Places() {
  return (
    <Switch>
      <Route path="/settings" component={SettingsScreen} />
      <Route>
        <Redirect to="/settings" />
      </Route>
    </Switch>
  );
}
