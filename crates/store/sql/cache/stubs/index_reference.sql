create index stubs_reference on stubs (reference);
