/* PHP's own headers. */
#ifndef CODING_BINDINGS_PHP_OWN_H
#define CODING_BINDINGS_PHP_OWN_H

#include <php.h>

#include <ext/date/php_date.h>
#include <zend_exceptions.h>
#include <zend_interfaces.h>

#endif
