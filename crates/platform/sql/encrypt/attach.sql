attach database :path as encrypted key :key;
