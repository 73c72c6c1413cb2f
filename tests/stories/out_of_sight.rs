//! A case that goes out of sight takes its files along.

use stories::world::{World, late_bus};

#[test]
fn a_case_out_of_sight_takes_its_files_along() {
    let world = World::new();
    let (marwa, qais) = (world.computer("marwa"), world.computer("qais"));
    let case = marwa.opens(late_bus(1));
    let file = marwa.desk().attach(&case, "وصل.txt", "وصل الدفع".as_bytes()).expect("attached");
    marwa.agrees();
    qais.agrees();
    let fetched = sync::fetch_attachment(&qais, &qais.line, &file.hash);
    world.handle().block_on(fetched).expect("fetched");
    assert!(qais.desk().parts().files.has(&file.hash));

    world.revises(|book| {
        book.staff.get_mut(&"qais".into()).expect("qais").posts.clear();
    });
    qais.agrees();
    assert!(qais.desk().show_case(&case).is_err());
    assert!(!qais.desk().parts().files.has(&file.hash), "no case in sight speaks of it");
    assert!(marwa.desk().parts().files.has(&file.hash));
}
