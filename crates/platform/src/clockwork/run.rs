//! Clockwork and the way out of the house, every few seconds as long as the platform serves.

use crate::sender::Sender;
use crate::{App, Error};
use std::sync::Arc;
use std::time::Duration;

/// Between two looks.
const PACE: Duration = Duration::from_secs(2);

/// Looks at what is due and hands over what may leave, until `stop` is done. A look that fails is
/// logged and tried again with the next; a text is never tried twice (`sync.md`, Never twice).
pub async fn keep_time(app: Arc<App>, sender: Arc<dyn Sender>, stop: impl Future<Output = ()>) {
    let mut stop = std::pin::pin!(stop);
    loop {
        let (app, sender) = (Arc::clone(&app), Arc::clone(&sender));
        let look = tokio::task::spawn_blocking(move || look(&app, &*sender));
        match look.await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(error = &error as &dyn std::error::Error, "clockwork failed");
            }
            Err(error) => tracing::error!(%error, "clockwork broke off"),
        }
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(PACE) => {}
        }
    }
}

fn look(app: &App, sender: &dyn Sender) -> Result<(), Error> {
    app.tick()?;
    app.deliver_due(sender)?;
    Ok(())
}
