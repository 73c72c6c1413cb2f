//! What the window says to a screen reader, over AT-SPI as Orca would ask for it.

use atspi::connection::{AccessibilityConnection, set_session_accessibility};
use atspi::proxy::accessible::AccessibleProxy;
use zbus::proxy::CacheProperties;
use zbus::zvariant::OwnedObjectPath;

/// Deeper than any screen.
const DEPTH_MAX: usize = 60;

/// One node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// What it is, in AT-SPI's words.
    pub role: String,
    /// What it is called.
    pub name: String,
}

impl Spoken {
    /// Something that can be pressed, chosen or filled in.
    #[must_use]
    pub fn is_control(&self) -> bool {
        let controls =
            ["button", "toggle button", "check box", "radio button", "entry", "link", "combo box"];
        controls.contains(&self.role.as_str())
    }
}

/// Tells this session that somebody listens, as a screen reader does when it starts: windows that open
/// from now on show what is in them.
pub async fn listen() {
    set_session_accessibility(true).await.unwrap();
}

/// Every node that the windows on this session's bus show now.
pub async fn spoken() -> Vec<Spoken> {
    let bus = AccessibilityConnection::new().await.unwrap();
    let mut nodes = Vec::new();
    let mut waiting = vec![(bus.root_accessible_on_registry().await.unwrap(), 0)];
    while let Some((node, depth)) = waiting.pop() {
        // A node may vanish while the tree is walked.
        let Some((spoken, children)) = read(&node, &bus).await else { continue };
        nodes.push(spoken);
        if depth < DEPTH_MAX {
            waiting.extend(children.into_iter().map(|child| (child, depth + 1)));
        }
    }
    nodes
}

async fn read<'a>(
    node: &AccessibleProxy<'_>,
    bus: &'a AccessibilityConnection,
) -> Option<(Spoken, Vec<AccessibleProxy<'a>>)> {
    let role = node.get_role().await.ok()?.name().to_owned();
    let name = node.name().await.unwrap_or_default();
    let mut children = Vec::new();
    for (owner, path) in references(node).await? {
        let child = AccessibleProxy::builder(bus.connection())
            .destination(owner)
            .and_then(|it| it.path(path))
            .ok()?
            .cache_properties(CacheProperties::No)
            .build();
        children.extend(child.await);
    }
    Some((Spoken { role, name }, children))
}

type Reference = (String, OwnedObjectPath);

/// The page lives in another process: GTK's bridge tells of it by its index and not in the list, and
/// by a well-known name, which the library's own type does not take.
async fn references(node: &AccessibleProxy<'_>) -> Option<Vec<Reference>> {
    let children: Vec<Reference> = node.inner().call("GetChildren", &()).await.ok()?;
    if children.is_empty() && node.child_count().await.is_ok_and(|it| it > 0) {
        return Some(vec![node.inner().call("GetChildAtIndex", &(0,)).await.ok()?]);
    }
    Some(children)
}
