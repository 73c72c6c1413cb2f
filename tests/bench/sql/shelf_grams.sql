create virtual table grams using fts5 (
    text, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
);
