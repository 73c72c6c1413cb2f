create index grants_remedy on grants (remedy, category, granted_us);
