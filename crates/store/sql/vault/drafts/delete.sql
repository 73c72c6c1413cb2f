delete from drafts where draft = :draft;
