create virtual table words using fts5 (
    text, content = '', columnsize = 0, detail = none, tokenize = 'ascii', prefix = '2 3'
);
