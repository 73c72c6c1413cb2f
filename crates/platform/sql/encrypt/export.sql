select sqlcipher_export('encrypted');
