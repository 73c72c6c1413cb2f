delete from docs where doc = :doc;
