detach database encrypted;
