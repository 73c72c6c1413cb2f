delete from closed_drafts where draft = :draft;
