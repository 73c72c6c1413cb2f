select saves from drafts where draft = :draft;
