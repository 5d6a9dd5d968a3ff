#include <libxml/xmlversion.h>
// ICU's types would clash with those of Foundation's own copy; nothing here converts through ICU.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
