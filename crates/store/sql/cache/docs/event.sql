select event from docs where doc = :doc;
