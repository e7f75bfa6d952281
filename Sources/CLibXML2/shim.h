#ifndef JUESUAN_LIBXML2_SHIM_H
#define JUESUAN_LIBXML2_SHIM_H

// libxml2's headers pull in the system's ICU where it was built with it, and Foundation brings an ICU of its own whose
// UErrorCode differs: a target that sees both would not compile. Nothing here needs ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>

#endif
