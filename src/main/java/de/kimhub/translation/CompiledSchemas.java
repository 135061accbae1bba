package de.kimhub.translation;

import java.util.Set;
import javax.xml.validation.Schema;

/**
 * Schemas that are ready for use. Thread-safe.
 *
 * @param namespaces of which they have the elements
 * @param elements   local names of all elements that they declare
 */
record CompiledSchemas(Schema schema, Set<String> namespaces, Set<String> elements) {
}
