#ifndef JUESUAN_LIBCRYPTO_SHIM_H
#define JUESUAN_LIBCRYPTO_SHIM_H

#include <openssl/evp.h>

#endif
