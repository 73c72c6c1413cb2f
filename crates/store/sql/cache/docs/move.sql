update docs set event = :event where doc = :doc;
