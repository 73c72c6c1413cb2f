import { Redirect, Route, Switch } from 'wouter';
import { DeskScreen } from '../case/DeskScreen';
import { SettingsScreen } from '../settings/SettingsScreen';

/** Which screen stands in the window. */
export function Places() {
  return (
    <Switch>
      <Route path="/desk/:case?" component={DeskScreen} />
      <Route path="/settings" component={SettingsScreen} />
      <Route>
        <Redirect to="/desk" />
      </Route>
    </Switch>
  );
}
