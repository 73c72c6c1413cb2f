create index attention_open on attention (since_us desc) where settled_us is null;
