/** Questions about all public records at once: a store of their RDF that only answers. */
@NullMarked
package eu.metacluster.opendata.sparql;

import org.jspecify.annotations.NullMarked;
