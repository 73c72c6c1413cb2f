//! Style, type and mark of the page: the same bytes for everybody.

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

const DAY: &str = "public, max-age=86400";

/// One fixed file.
#[derive(Clone, Copy)]
struct Asset {
    path: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
}

/// The sheets of the page, a file per concern, in the order in which they stand.
const STYLE: &str = concat!(
    include_str!("../../assets/page/tokens.css"),
    include_str!("../../assets/page/layout.css"),
    include_str!("../../assets/page/parts.css"),
    include_str!("../../assets/page/forms.css"),
    include_str!("../../assets/page/states.css"),
);

const ASSETS: [Asset; 4] = [
    Asset { path: "/c/assets/page.css", kind: "text/css; charset=utf-8", bytes: STYLE.as_bytes() },
    Asset {
        path: "/c/assets/rubik-arabic.woff2",
        kind: "font/woff2",
        bytes: include_bytes!("../../assets/fonts/rubik-arabic.woff2"),
    },
    Asset {
        path: "/c/assets/rubik-latin.woff2",
        kind: "font/woff2",
        bytes: include_bytes!("../../assets/fonts/rubik-latin-wght-normal.woff2"),
    },
    Asset {
        path: "/c/assets/icon.svg",
        kind: "image/svg+xml",
        bytes: include_bytes!("../../../../icons/rida.svg"),
    },
];

/// One route per file.
pub(super) fn routes() -> Router {
    ASSETS.into_iter().fold(Router::new(), |router, asset| {
        router.route(asset.path, get(move || async move { serve(asset) }))
    })
}

fn serve(asset: Asset) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, DAY)], asset.bytes)
}
